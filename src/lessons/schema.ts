import * as v from 'valibot'
import { cardSchema } from './card-schema.ts'
import { conditionSchema } from './goals/index.ts'
import { castKinds, panelNames, type Lesson } from './lesson.ts'
import { count, slug, text } from './schema-values.ts'
import { code, either } from './wording.ts'
import { worldSchema } from '../world/spec/world.ts'

/** What a step's ladder must at least have: a nudge, a direction, the line itself. */
export const MIN_LADDER = 3

const goal = v.strictObject({ id: slug, text, when: conditionSchema })

const hint = v.strictObject({
  ...goal.entries,
  during: v.exactOptional(v.array(slug)),
  unless: v.exactOptional(v.array(slug)),
  answers: v.optional(v.array(slug), []),
})

const step = v.strictObject({
  id: slug,
  title: text,
  html: text,
  after: v.optional(v.string(), ''),
  goals: v.optional(v.array(goal), []),
  card: v.exactOptional(cardSchema),
  ladder: v.pipe(
    v.array(text),
    v.minLength(MIN_LADDER, `Write at least ${MIN_LADDER} hints, from a nudge to the line itself.`),
  ),
  suggestions: v.exactOptional(v.array(v.string())),
  quiet: v.exactOptional(v.array(text)),
  show: v.exactOptional(
    v.strictObject({ mail: v.exactOptional(text), document: v.exactOptional(text) }),
  ),
  opens: v.exactOptional(v.picklist(panelNames)),
  terms: v.exactOptional(v.union([v.literal('off'), v.strictObject({ off: v.array(slug) })])),
})

const variant = v.strictObject({ id: slug, swap: v.record(text, v.string()) })

const cast = v.strictObject({
  keeps: v.pipe(v.array(v.picklist(castKinds)), v.minLength(1, 'Name what a seed leaves alone.')),
  why: text,
})

const percent = v.pipe(
  v.number(),
  v.minValue(30, 'Leave the doing 30 percent at least.'),
  v.maxValue(70, 'Leave the effect 30 percent at least.'),
)

const terminal = v.strictObject({
  host: v.string(),
  suggestions: v.array(v.string()),
  run: v.exactOptional(text),
  several: v.exactOptional(v.literal(true)),
})

/** A whole lesson, put together from its folder. */
export const lessonSchema = v.strictObject({
  slug,
  module: v.strictObject({ number: count, slug, title: text }),
  number: count,
  title: text,
  objective: text,
  minutes: count,
  misconception: text,
  needs: v.exactOptional(v.array(slug)),
  edition: v.optional(count, 1),
  steps: v.pipe(v.array(step), v.minLength(1, 'A lesson has at least one step.')),
  debrief: text,
  notes: v.optional(v.string(), ''),
  doing: v.optional(percent, 55),
  panels: v.pipe(v.array(v.picklist(panelNames)), v.minLength(1, 'Name at least one panel.')),
  terminal: v.exactOptional(terminal),
  world: worldSchema,
  opensAfter: v.exactOptional(count),
  hints: v.optional(v.array(hint), []),
  variants: v.optional(v.array(variant), []),
  cast: v.exactOptional(cast),
}) satisfies v.GenericSchema<unknown, Lesson>

/** Something wrong with a lesson: where it stands in the lesson, and a sentence. */
export interface LessonProblem {
  readonly path: readonly (string | number)[]
  readonly message: string
}

export type LessonReading =
  | { readonly ok: true; readonly lesson: Lesson }
  | { readonly ok: false; readonly problems: readonly LessonProblem[] }

/** Reads data as a lesson. Every problem is reported, not just the first. Never throws. */
export function readLesson(data: unknown): LessonReading {
  const result = v.safeParse(lessonSchema, data)
  return result.success
    ? { ok: true, lesson: result.output }
    : { ok: false, problems: result.issues.flatMap(problemsOf) }
}

/** A union's issue is reported by that of its branches which came furthest. */
export function problemsOf(issue: v.BaseIssue<unknown>): LessonProblem[] {
  const inside = (issue.issues ?? []).filter(({ path }) => path !== undefined)
  if (issue.type === 'union' && inside.length) return inside.flatMap(problemsOf)
  return [{ path: pathOf(issue), message: sentenceOf(issue) }]
}

const pathOf = (issue: v.BaseIssue<unknown>): (string | number)[] =>
  (issue.path ?? []).map(({ key }) => key as string | number)

function sentenceOf(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === 'validation') return issue.message
  const key = pathOf(issue).at(-1)
  if (issue.expected === 'never') return `There is no key \`${key}\` here.`
  if (issue.received === 'undefined') return `\`${key}\` is missing.`
  return `Write ${wanted(issue)}; this is ${kindOf(issue)}.`
}

function wanted({ expected, type }: v.BaseIssue<unknown>): string {
  const words = (expected ?? type).replace(/[()]/g, '').split(' | ')
  return either(words.map((word) => kindWords[word] ?? code(word.replaceAll('"', ''))))
}

const kindOf = ({ received }: v.BaseIssue<unknown>): string =>
  kindWords[received] ?? code(received.replaceAll('"', ''))

const kindWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: '`true` or `false`',
  Array: 'a list',
  Object: 'a mapping',
  null: 'empty',
}

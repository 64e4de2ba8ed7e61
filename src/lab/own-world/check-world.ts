import * as v from 'valibot'
import { crossCheck } from '../../lessons/cross-check.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { problemsOf, type LessonProblem } from '../../lessons/schema.ts'
import { sandbox } from '../../lessons/sandbox.ts'
import { withAllSettings } from '../../world/settings/documents.ts'
import { worldSchema } from '../../world/spec/world.ts'
import { isOwnWorld, ownLimits, type OwnWorld } from './own-world.ts'

export type WorldCheck =
  | { readonly ok: true; readonly own: OwnWorld }
  /** Each with its path in the world: `['hosts', 2, 'addresses', 0]`. */
  | { readonly ok: false; readonly problems: readonly LessonProblem[] }

/** Problems that are reported: a longer list is not read. */
const MOST_PROBLEMS = 20

/**
 * Checks a world that its owner made, by the schema of worlds and by what its parts say of each other, and
 * gives servers that have none their settings as a text. Never throws.
 */
export function checkWorld(given: unknown): WorldCheck {
  if (!isOwnWorld(given))
    return no([
      {
        path: [],
        message: `This is no world: it has \`zones\`, \`hosts\`, \`mailboxes\`, \`senders\` and \`mails\`, at most ${ownLimits.hosts} hosts among them.`,
      },
    ])
  const result = v.safeParse(worldSchema, given.world)
  if (!result.success) return no(result.issues.flatMap(problemsOf))
  const own = { ...given, world: withAllSettings(result.output) }
  const problems = crossCheck(lessonIn(own)).flatMap(inWorld)
  return problems.length ? no(problems) : { ok: true, own }
}

/** A panel with nothing to show is no fault of a world that grows. */
const lessonIn = ({ desk, suggestions, world }: OwnWorld): Lesson => ({
  ...{ ...sandbox, panels: ['terminal'], world },
  terminal: { host: desk, suggestions },
})

function inWorld({ path, message }: LessonProblem): LessonProblem[] {
  if (path[0] === 'terminal') return [{ path: ['hosts'], message }]
  return [{ path: path.slice(1), message }]
}

const no = (problems: readonly LessonProblem[]): WorldCheck => ({
  ok: false,
  problems: problems.slice(0, MOST_PROBLEMS),
})

/** @throws Error that names the first problem, where a lesson's own world cannot run. */
export function assertWorld({ world, terminal }: Lesson): void {
  const { host = '', suggestions = [] } = terminal ?? {}
  const check = checkWorld({ desk: host, suggestions, world })
  if (!check.ok)
    throw new Error(
      check.problems.map(({ path, message }) => `${path.join('.')}: ${message}`)[0] ?? '',
    )
}

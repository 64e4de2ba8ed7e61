import * as v from 'valibot'
import { worldSchema } from '../world/spec/world.ts'
import { crossCheck } from './cross-check.ts'
import type { Lesson } from './lesson.ts'
import { sandbox } from './sandbox.ts'
import { problemsOf, type LessonProblem } from './schema.ts'
import { slug, text } from './schema-values.ts'

/** A finding that the story of a world needs. */
const onPurpose = v.strictObject({
  zone: text,
  /** The rule: `spf/too-many-lookups`. */
  code: text,
  why: text,
})

const scenarioSchema = v.strictObject({
  /** The folder's name; part of addresses, and what `serve` takes. */
  name: slug,
  title: text,
  /** Who is in it and what goes on, in a paragraph. */
  about: text,
  /** The host that the terminal stands on. */
  desk: text,
  /** What may be typed there. */
  suggestions: v.array(text),
  /** Findings of its zones that are wanted; there are no others. */
  onPurpose: v.optional(v.array(onPurpose), []),
  world: worldSchema,
})

/** A world with a name, which lessons, the sandbox and the bridge take. */
export type Scenario = Readonly<v.InferOutput<typeof scenarioSchema>>

export type ScenarioReading =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly LessonProblem[] }

/** Reads data as a world with a name. Every problem is reported. Never throws. */
export function readScenario(data: unknown): ScenarioReading {
  const result = v.safeParse(scenarioSchema, data)
  if (!result.success) return { ok: false, problems: result.issues.flatMap(problemsOf) }
  const problems = crossCheck(sandboxIn(result.output)).map(inScenario)
  return problems.length ? { ok: false, problems } : { ok: true, scenario: result.output }
}

/** The sandbox in another world; its work is kept under a name of its own. */
export const sandboxIn = ({ name, title, desk, suggestions, world }: Scenario): Lesson => ({
  ...sandbox,
  ...{ slug: `sandbox-${name}`, title },
  panels: sandbox.panels.filter((panel) => panel !== 'devices' || world.devices?.length),
  terminal: { host: desk, suggestions, several: true },
  world,
})

function inScenario({ path, message }: LessonProblem): LessonProblem {
  return path[0] === 'terminal' ? { path: ['desk'], message } : { path, message }
}

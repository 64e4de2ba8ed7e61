import type { Diagnostic } from '../core/diagnostic.ts'
import type { StepProgress } from './check.ts'
import type { Lesson } from './lesson.ts'

/**
 * The findings that may be seen: those of rules that an open step keeps quiet rest until it is done.
 * Goals and hints know all of them.
 */
export function spokenFindings(
  { steps }: Pick<Lesson, 'steps'>,
  progress: readonly Pick<StepProgress, 'id' | 'done'>[],
  found: readonly Diagnostic[],
): readonly Diagnostic[] {
  const open = new Set(progress.flatMap(({ id, done }) => (done ? [] : [id])))
  const quiet = new Set(steps.flatMap((step) => (open.has(step.id) ? (step.quiet ?? []) : [])))
  return quiet.size ? found.filter(({ code }) => !quiet.has(code)) : found
}

import type { Step, StepProgress } from '../../lab/types.ts'

/** How long a step is tried before its explanation may be asked for: in milliseconds. */
export const PATIENCE = 60_000

/**
 * Whether the explanation of a step gives nothing away any more: once its question is settled, or
 * where there is no question after its first goal.
 */
export function isExplained({ card }: Step, progress: StepProgress | undefined): boolean {
  if (!progress || progress.done) return progress !== undefined
  return card ? progress.card?.state === 'settled' : progress.goals.some(({ status }) => status.met)
}

import type { Step, StepProgress } from '../../lab/types.ts'

/** How long a step is tried before its explanation may be asked for: in milliseconds. */
export const PATIENCE = 60_000

/**
 * Whether the explanation of a step gives nothing away any more: after the first answer to its
 * question, after the outcome of a prediction, or where there is no question after its first goal.
 */
export function isExplained({ card }: Step, progress: StepProgress | undefined): boolean {
  if (!progress || progress.done) return progress !== undefined
  if (!card) return progress.goals.some(({ status }) => status.met)
  if (card.kind === 'predict' || card.kind === 'grid') return progress.card?.state === 'settled'
  return (progress.card?.tries.length ?? 0) > 0
}

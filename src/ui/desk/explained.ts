import type { Step, StepProgress } from '../../lab/types.ts'

/** How long a step is tried before its explanation may be asked for: in milliseconds. */
export const PATIENCE = 60_000

/**
 * Whether the explanation of a step gives nothing away any more: when its question is settled, or
 * the step is done. A goal may be met from the beginning, and a wrong pick leaves the right one.
 */
export function isExplained({ card }: Step, progress: StepProgress | undefined): boolean {
  return (progress?.done ?? false) || (card !== undefined && progress?.card?.state === 'settled')
}

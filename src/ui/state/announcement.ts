import { words } from '#words/state'
import type { Progress } from '../../lab/types.ts'

/**
 * What a screen reader announces when progress changed, if anything: goals just met or lost, steps
 * just done, and the end.
 * @param before Undefined when the lesson was just opened; what was met then is not announced.
 * @param shown The id of the step that is shown: goals of other steps are not announced.
 */
export function announcementOf(
  before: Progress | undefined,
  now: Progress,
  shown: string | undefined,
): string | undefined {
  if (!before) return undefined
  if (now.done && !before.done) return words.done
  const wasMet = metGoals(before)
  const isMet = metGoals(now)
  const goals = now.steps.find(({ id }) => id === shown)?.goals.map(({ goal }) => goal) ?? []
  const changes = [
    ...goals
      .filter(({ id }) => isMet.has(id) && !wasMet.has(id))
      .map(({ text }) => words.met(plain(text))),
    ...goals
      .filter(({ id }) => !isMet.has(id) && wasMet.has(id))
      .map(({ text }) => words.lost(plain(text))),
  ]
  const count = doneSteps(now)
  if (count > doneSteps(before)) changes.push(words.steps(count, now.steps.length))
  return changes.length ? changes.join(' ') : undefined
}

/** A goal of a step that is done is not missed any more. */
const metGoals = ({ steps }: Progress): ReadonlySet<string> =>
  new Set(
    steps.flatMap(({ done, goals }) =>
      goals.filter(({ status }) => done || status.met).map(({ goal }) => goal.id),
    ),
  )

export const doneSteps = ({ steps }: Progress): number => steps.filter(({ done }) => done).length

const plain = (text: string): string => text.replaceAll('`', '').replace(/([^.!?])$/, '$1.')

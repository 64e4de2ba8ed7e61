import type { Progress } from '../../lab/types.ts'

/**
 * What a screen reader announces when progress changed, if anything: goals just met or lost, and
 * the end.
 * @param before Undefined when the lesson was just opened; what was met then is not announced.
 */
export function announcementOf(before: Progress | undefined, now: Progress): string | undefined {
  if (!before) return undefined
  const wasMet = metGoals(before)
  const isMet = metGoals(now)
  if (now.done && !before.done) return 'All goals are met. The lesson is done.'
  const gained = now.goals.filter(({ goal }) => isMet.has(goal.id) && !wasMet.has(goal.id))
  const lost = now.goals.filter(({ goal }) => !isMet.has(goal.id) && wasMet.has(goal.id))
  const changes = [
    ...gained.map(({ goal }) => `Met: ${plain(goal.text)}`),
    ...lost.map(({ goal }) => `No longer met: ${plain(goal.text)}`),
  ]
  if (!changes.length) return undefined
  return [...changes, `${isMet.size} of ${now.goals.length} goals.`].join(' ')
}

const metGoals = ({ goals }: Progress): ReadonlySet<string> =>
  new Set(goals.filter(({ status }) => status.met).map(({ goal }) => goal.id))

const plain = (text: string): string => text.replaceAll('`', '').replace(/([^.!?])$/, '$1.')

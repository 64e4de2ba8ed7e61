import { words } from '#words/live-connections'
import type { WorldEvent } from '../../lab/types.ts'

/** How much came, by the slot that shows it. It only grows, until all begins anew. */
export interface Counts {
  /** Connections that programs opened; those of hosts that relay are none of them. */
  readonly doing: number
  /** Messages that arrived or were refused. */
  readonly effect: number
}

export const noCounts: Counts = { doing: 0, effect: 0 }

export const countNews = (before: Counts, fresh: readonly WorldEvent[]): Counts => ({
  doing: before.doing + fresh.filter(isCall).length,
  effect: before.effect + fresh.filter(isEnd).length,
})

const isCall = (event: WorldEvent): boolean => event.type === 'opened' && event.relays === undefined
const isEnd = ({ type }: WorldEvent): boolean => type === 'delivered' || type === 'rejected'

/** What came, in a sentence for those who do not see it; '' where nothing did that needs one. */
export function announce(fresh: readonly WorldEvent[]): string {
  const calls = fresh.filter(isCall)
  const ends = fresh.filter(isEnd)
  return [
    calls.length > 2 ? words.newConnections(calls.length) : calls.map(sayCall).join(' '),
    ends.length > 2 ? words.newMessages(ends.length) : ends.map(sayEnd).join(' '),
  ]
    .filter(Boolean)
    .join(' ')
}

const sayCall = (event: WorldEvent): string =>
  event.type === 'opened' ? words.newConnection(event.connection, event.to) : ''

function sayEnd(event: WorldEvent): string {
  if (event.type === 'delivered') return words.arrived(event.message.folder, event.mailbox)
  return event.type === 'rejected' ? words.wasRejected(event.code) : ''
}

import type { ConnectionOpened, WorldEvent } from '../events.ts'

/** How much of a log is told again, or kept. */
export interface Measure {
  readonly events: number
  /** Of what went over the wire and of the letters, and about as much as traces take. */
  readonly octets: number
}

export type Opened = ConnectionOpened & WorldEvent

/**
 * The newest events of a log, as many as fit: at least the last one. The connections that go on among
 * them but began before have their beginning in front.
 */
export function recentEvents(events: readonly WorldEvent[], measure: Measure): WorldEvent[] {
  const start = startOfRecent(events, measure)
  return [...openedBefore(events, start), ...events.slice(start)]
}

/** Where the newest events begin that fit into a measure. */
export function startOfRecent(events: readonly WorldEvent[], measure: Measure): number {
  let octets = 0
  let start = events.length
  while (start > 0 && events.length - start < measure.events) {
    octets += octetsOf(events[start - 1]!)
    if (octets > measure.octets && start < events.length) break
    start--
  }
  return start
}

/** The beginnings, before a place in the log, of the connections that go on behind it. */
export function openedBefore(events: readonly WorldEvent[], start: number): Opened[] {
  const going = new Set(events.slice(start).map(connectionOf))
  return events
    .slice(0, start)
    .filter((event): event is Opened => event.type === 'opened' && going.has(event.connection))
}

/** The connection that an event belongs to; of none, `undefined`. */
export const connectionOf = (event: WorldEvent): number | undefined =>
  'connection' in event ? event.connection : undefined

/** About what a judgement's trace takes. */
const TRACE = 16_384

/** About what an event takes, beside its few words. */
export function octetsOf(event: WorldEvent): number {
  if (event.type === 'wire') return event.bytes.length
  if (event.type === 'rejected') return event.authentication ? TRACE : 0
  if (event.type !== 'delivered') return 0
  return event.message.bytes.length + (event.message.authentication ? TRACE : 0)
}

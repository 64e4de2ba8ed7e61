import { kindNamed, type EventOf, type WorldEvent } from '../events/index.ts'

/** How much of a log is kept, or sent. */
export interface LogLimits {
  readonly events: number
  /** Of what went over the wire and of the messages, and about as much as traces take. */
  readonly octets: number
}

/**
 * The newest events of a log, as many as fit: at least the last one. In front of them stands the
 * opening of each connection that goes on among them but was opened before.
 */
export function recentEvents(events: readonly WorldEvent[], limits: LogLimits): WorldEvent[] {
  const start = startOfRecent(events, limits)
  return [...openedBefore(events, start), ...events.slice(start)]
}

/** Where the newest events begin that fit into the limits. */
export function startOfRecent(events: readonly WorldEvent[], limits: LogLimits): number {
  let octets = 0
  let start = events.length
  while (start > 0 && events.length - start < limits.events) {
    octets += octetsOf(events[start - 1]!)
    if (octets > limits.octets && start < events.length) break
    start--
  }
  return start
}

/** The openings, before a place in the log, of the connections that go on behind it. */
export function openedBefore(events: readonly WorldEvent[], start: number): EventOf<'opened'>[] {
  const going = new Set(events.slice(start).map(connectionOf))
  return events
    .slice(0, start)
    .filter((event) => event.type === 'opened')
    .filter(({ connection }) => going.has(connection))
}

/** The connection that an event belongs to; of none, `undefined`. */
export const connectionOf = (event: WorldEvent): number | undefined =>
  'connection' in event ? event.connection : undefined

/** About what an event takes, beside its few words. */
export const octetsOf = (event: WorldEvent): number => kindNamed(event.type)!.octets(event as never)

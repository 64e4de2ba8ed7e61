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
  const before: EventOf<'opened'>[] = []
  for (let at = 0; at < start; at++) {
    const event = events[at]!
    if (event.type === 'opened') before.push(event)
  }
  if (before.length === 0) return before
  // From the end: what goes on is soon found there.
  const ended = new Set<number | undefined>(before.map(({ connection }) => connection))
  for (let at = events.length - 1; at >= start && ended.size > 0; at--)
    ended.delete(connectionOf(events[at]!))
  return before.filter(({ connection }) => !ended.has(connection))
}

/** The connection that an event belongs to; of none, `undefined`. */
export const connectionOf = (event: WorldEvent): number | undefined =>
  'connection' in event ? event.connection : undefined

/** About what an event takes, beside its few words. */
export const octetsOf = (event: WorldEvent): number => kindNamed(event.type)!.octets(event as never)

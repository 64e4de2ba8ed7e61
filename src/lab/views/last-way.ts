import type { EventOf, WorldEvent } from '../../world/events/index.ts'

/** Ports over which a message goes on. */
const SENDING = new Set([24, 25, 465, 587])

/** The hosts that the newest message was on, in their order; empty where none was sent. */
export function lastWay(log: readonly WorldEvent[]): string[] {
  const opened = log.flatMap((event) =>
    event.type === 'opened' && SENDING.has(event.port) ? [event] : [],
  )
  const byConnection = new Map(opened.map((event) => [event.connection, event]))
  const newest = opened.at(-1)
  if (!newest) return []
  const way: EventOf<'opened'>[] = []
  for (
    let one: EventOf<'opened'> | undefined = newest;
    one && !way.includes(one);
    one = one.relays === undefined ? undefined : byConnection.get(one.relays)
  )
    way.unshift(one)
  return [way[0]!.from, ...way.map(({ to }) => to)]
}

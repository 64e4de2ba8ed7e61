import type { WorldEvent } from '../../../lab/types.ts'

type Opened = Extract<WorldEvent, { readonly type: 'opened' }>

/**
 * All events of a message that came over a connection: the queries and attempts of its sender, the
 * connection itself, and the same of the connections that brought the message to the sender.
 */
export function eventsOfMessage(events: readonly WorldEvent[], connection: number): WorldEvent[] {
  const chain = chainOf(events, connection)
  const mine = new Set(chain.flatMap((one) => [...legOf(events, one)]))
  return events.filter((event) => mine.has(event))
}

/** The connection, and those whose message it relays. */
function chainOf(events: readonly WorldEvent[], connection: number): Opened[] {
  const chain: Opened[] = []
  let next: number | undefined = connection
  while (next !== undefined) {
    const found = openedOf(events, next)
    // A message is relayed later than it came, so this ends.
    if (!found || chain.includes(found)) break
    chain.push(found)
    next = found.cause
  }
  return chain
}

const openedOf = (events: readonly WorldEvent[], connection: number): Opened | undefined =>
  events.find(
    (event): event is Opened & WorldEvent =>
      event.type === 'opened' && event.connection === connection,
  )

function* legOf(events: readonly WorldEvent[], opened: Opened): Generator<WorldEvent> {
  const at = events.indexOf(opened as WorldEvent)
  for (const event of events.slice(startOf(events, at, opened), at))
    if (isPreparation(event, opened)) yield event
  for (const event of events)
    if ('connection' in event && event.connection === opened.connection) yield event
}

/** Where the host's own questions for this connection begin: behind its connection before. */
function startOf(events: readonly WorldEvent[], at: number, { from, cause }: Opened): number {
  const before = events.findLastIndex(
    (event, index) => index < at && event.type === 'opened' && event.from === from,
  )
  const arrived = cause === undefined ? -1 : events.indexOf(openedOf(events, cause) as WorldEvent)
  return Math.max(before, arrived) + 1
}

const isPreparation = (event: WorldEvent, { from }: Opened): boolean =>
  (event.type === 'dns' && event.by === from) || (event.type === 'refused' && event.from === from)

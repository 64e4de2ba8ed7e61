import { connectionOf } from '../../lab/event-log.ts'
import type { JourneyEnd, WorldEvent } from '../../lab/types.ts'

/** A message that came over a connection, or over one in which it was relayed. */
export interface LiveMessage {
  /** The connection in which it ended. */
  readonly connection: number
  readonly end: JourneyEnd
}

/** The messages of a connection in the order in which they ended. */
export function messagesOf(events: readonly WorldEvent[], connection: number): LiveMessage[] {
  const mine = withFollowing(events, connection)
  return events.flatMap((event) => {
    const end = endIn(event)
    const at = connectionOf(event)
    return end && at !== undefined && mine.has(at) ? [{ connection: at, end }] : []
  })
}

/** A connection, and those in which its messages were relayed: these come later. */
function withFollowing(events: readonly WorldEvent[], connection: number): ReadonlySet<number> {
  const all = new Set([connection])
  for (const event of events)
    if (event.type === 'opened' && event.cause !== undefined && all.has(event.cause))
      all.add(event.connection)
  return all
}

function endIn(event: WorldEvent): JourneyEnd | undefined {
  if (event.type === 'delivered') {
    const { mailbox, message } = event
    return { kind: message.folder, mailbox, message }
  }
  if (event.type !== 'rejected') return undefined
  const { code, text, authentication } = event
  return { kind: 'rejected', code, text, ...(authentication && { authentication }) }
}

import type { WorldEvent } from '../../lab/types.ts'

/** A message that somebody typed. */
export interface TypedMessage {
  readonly connection: number
  /** The place of its `MAIL` in the log: several may go over one connection. */
  readonly at: number
}

/** The newest message that was begun from a host by hand or by a program there, accepted or not. */
export function typedMessage(
  events: readonly WorldEvent[],
  host: string | undefined,
): TypedMessage | undefined {
  for (let at = events.length - 1; at >= 0; at--) {
    const event = events[at]!
    if (event.type !== 'command' || event.verb !== 'MAIL' || !('code' in event)) continue
    const { connection } = event
    const isOwn = events.some(
      (one) => one.type === 'opened' && one.connection === connection && one.from === host,
    )
    if (isOwn) return { connection, at }
  }
  return undefined
}

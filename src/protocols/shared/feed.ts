import type { Handled, Turn } from './turn.ts'

/** A session as a value whose phase shows how far it has come. */
interface Phased {
  readonly phase: string
}

export type OpenOf<Session extends Phased> = Exclude<Session, { readonly phase: 'closed' }>

/**
 * Hands octets to a session, stretch by stretch, until all are read or the session is closed. So a
 * session comes to the same however the network cuts what it receives.
 * @param handle Reads from the given place on; it must read at least one octet or change the phase.
 */
export function feed<Session extends Phased, Effect>(
  start: Session,
  bytes: Uint8Array,
  handle: (session: OpenOf<Session>, bytes: Uint8Array, from: number) => Handled<Session, Effect>,
): Turn<Session, Effect> {
  const effects: Effect[] = []
  let session = start
  let from = 0
  while (from < bytes.length && session.phase !== 'closed') {
    const handled = handle(session as OpenOf<Session>, bytes, from)
    for (const effect of handled.effects) effects.push(effect)
    session = handled.session
    from = handled.next
  }
  return { session, effects }
}

import type { SaslContext, SaslStep } from '../sasl/sasl.ts'
import type { ImapHost, Peer, Tls } from './host.ts'

/** A login that waits for the client's answer to a challenge. */
export interface Login {
  readonly mechanism: string
  readonly challenge: Extract<SaslStep, { kind: 'challenge' }>
}

/** What SASL has to know of a connection. */
export const saslContext = (session: {
  readonly host: ImapHost
  readonly peer: Peer
  readonly tls: Tls | undefined
}): SaslContext => ({
  accounts: session.host.accounts,
  nonce: session.peer.nonce,
  host: session.host.name,
  plainText: session.host.plaintextLogin,
  ...(session.tls && { tls: session.tls }),
})

import type { SaslContext } from '../../sasl/sasl.ts'
import type { ImapHost, Peer, Tls } from './host.ts'

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

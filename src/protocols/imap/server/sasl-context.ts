import type { Tls } from '../../../core/tls.ts'
import type { SaslContext } from '../../sasl/sasl.ts'
import { saslContextOf } from '../../shared/login.ts'
import type { ImapHost, Peer } from './host.ts'

/** What a login needs to know of a session. */
export const saslContext = (session: {
  readonly host: ImapHost
  readonly peer: Peer
  readonly tls: Tls | undefined
}): SaslContext =>
  saslContextOf({
    host: session.host.name,
    accounts: session.host.accounts,
    nonce: session.peer.nonce,
    tls: session.tls,
    plainText: session.host.plaintextLogin,
  })

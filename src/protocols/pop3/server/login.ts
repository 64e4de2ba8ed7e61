import type { Account } from '../../sasl/account.ts'
import { mayShowSecrets, type SaslContext } from '../../sasl/sasl.ts'
import { saslContextOf } from '../../shared/login.ts'
import { go, stay, type Answer, type Tools } from './command.ts'
import type { Pop3Host } from './host.ts'
import { openMaildrop, totalOctets } from './maildrop.ts'
import { toAuthorization, toTransaction, type Open } from './session.ts'

/** What a login needs to know of the session. */
export const saslContext = ({ host, peer, tls }: Open): SaslContext =>
  saslContextOf({
    host: host.name,
    accounts: host.accounts,
    nonce: peer.nonce,
    tls,
    plainText: host.plainText,
  })

export const maySendPassword = (session: Open): boolean => mayShowSecrets(saslContext(session))

/**
 * Opens the maildrop of an authenticated user: locks it and enters the TRANSACTION state, or refuses
 * (RFC 1939 §4, RFC 2449 §8.1).
 */
export function openMaildropFor(session: Open, account: Account, { replies }: Tools): Answer {
  const back = toAuthorization(session)
  const wait = secondsToWait(session, account)
  if (wait > 0) return stay(back, replies.loginDelay({ seconds: wait }))
  if (session.host.maildrops === 'unavailable') return stay(back, replies.unavailable({}))
  const stored = session.ports.store.open(account.login)
  const inbox = stored.mailbox('INBOX')
  if (!inbox) return stay(back, replies.unavailable({}))
  const unlock = stored.lockMaildrop()
  if (!unlock) return stay(back, replies.inUse({}))
  session.ports.logins?.set(keyOf(session.host, account), session.now)
  const maildrop = openMaildrop(inbox)
  const count = maildrop.messages.length
  const octets = totalOctets(maildrop.messages)
  return go(
    toTransaction(session, { account, maildrop, unlock }),
    replies.loggedIn({ login: account.login, count, octets }),
  )
}

/** Seconds until the user may log in again (RFC 2449 §6.5). */
function secondsToWait({ host, ports, now }: Open, account: Account): number {
  const last = ports.logins?.get(keyOf(host, account))
  if (last === undefined || host.loginDelay === 0) return 0
  return Math.max(0, Math.ceil((last + host.loginDelay * 1000 - now) / 1000))
}

const keyOf = (host: Pop3Host, { login }: Account): string => `${host.name} ${login.toLowerCase()}`

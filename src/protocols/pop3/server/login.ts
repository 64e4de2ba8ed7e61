import type { Account } from '../../sasl/account.ts'
import { mayShowSecrets, type SaslContext } from '../../sasl/sasl.ts'
import { go, stay, type Answer, type Tools } from './command.ts'
import type { Pop3Host } from './host.ts'
import { octetsOf, openMaildrop } from './maildrop.ts'
import { toAuthorization, toTransaction, type Open } from './session.ts'

/** What SASL may know of the session. */
export const saslContext = ({ host, peer, tls }: Open): SaslContext => ({
  accounts: host.accounts,
  nonce: peer.nonce,
  host: host.name,
  plainText: host.plainText,
  ...(tls && { tls }),
})

export const maySayPassword = (session: Open): boolean => mayShowSecrets(saslContext(session))

/**
 * Opens the maildrop for a user who has proved who it is: locks it and leads to the TRANSACTION
 * state, or says why not (RFC 1939 §4, RFC 2449 §8.1).
 */
export function enter(session: Open, account: Account, { say }: Tools): Answer {
  const back = toAuthorization(session)
  const wait = secondsToWait(session, account)
  if (wait > 0) return stay(back, say.loginDelay({ seconds: wait }))
  if (session.host.maildrops === 'unavailable') return stay(back, say.unavailable({}))
  const stored = session.ports.store.open(account.login)
  const inbox = stored.mailbox('INBOX')
  if (!inbox) return stay(back, say.unavailable({}))
  const unlock = stored.lockMaildrop()
  if (!unlock) return stay(back, say.inUse({}))
  session.ports.logins?.set(keyOf(session.host, account), session.now)
  const maildrop = openMaildrop(inbox)
  const count = maildrop.messages.length
  const octets = maildrop.messages.reduce((sum, message) => sum + octetsOf(message), 0)
  return go(
    toTransaction(session, { account, maildrop, unlock }),
    say.loggedIn({ login: account.login, count, octets }),
  )
}

/** Seconds until the user may log in again (RFC 2449 §6.5). */
function secondsToWait({ host, ports, now }: Open, account: Account): number {
  const last = ports.logins?.get(keyOf(host, account))
  if (last === undefined || host.loginDelay === 0) return 0
  return Math.max(0, Math.ceil((last + host.loginDelay * 1000 - now) / 1000))
}

const keyOf = (host: Pop3Host, { login }: Account): string => `${host.name} ${login.toLowerCase()}`

import type { Account, SaslFailure } from '../../sasl/sasl.ts'
import { capabilities } from './capabilities.ts'
import { bad, no, ok, type Answer, type Reply } from './command.ts'
import type { Words } from '../personalities/personality.ts'
import {
  toLoggedIn,
  toNotAuthenticated,
  type Authenticating,
  type NotAuthenticated,
} from './session.ts'

/** The user is authenticated: the reply has the capabilities after login (RFC 9051 §6.2.2, §6.2.3). */
export function loggedInAs(
  session: NotAuthenticated | Authenticating,
  { login }: Account,
  responses: Words,
): Reply {
  const next = toLoggedIn(session, session.store.open(login))
  const code = `CAPABILITY ${capabilities(next).join(' ')}`
  return ok(next, responses.loggedIn({ login }), { code })
}

/** The reply does not show whether the name or the password was wrong (RFC 5530 §3). */
export function loginRefused(
  session: NotAuthenticated | Authenticating,
  { reason }: SaslFailure,
  responses: Words,
): Answer {
  const next = toNotAuthenticated(session)
  switch (reason) {
    case 'credentials':
      return no(next, responses.loginFailed({}), { code: 'AUTHENTICATIONFAILED' })
    case 'authorization':
      return no(next, responses.loginFailed({}), { code: 'AUTHORIZATIONFAILED' })
    case 'tls-required':
      return no(next, responses.loginDisabled({}), { code: 'PRIVACYREQUIRED' })
    case 'syntax':
      return bad(next, responses.notReadable({}))
    case 'unknown-mechanism':
      return no(next, responses.unknownMechanism({ mechanism: '', mechanisms: [] }))
  }
}

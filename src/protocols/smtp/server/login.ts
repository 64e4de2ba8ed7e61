import { encodeBase64 } from '../../../core/base64.ts'
import { saslContextOf } from '../../shared/login.ts'
import { offeredMechanisms, type SaslContext, type SaslStep } from '../../sasl/sasl.ts'
import { go, stay, type Answer, type Tools } from './command.ts'
import { plainReply, type Reply } from '../wire/reply.ts'
import { toGreeted, toLogin, type Greeted, type Login, type Open } from './session.ts'

/** What a login needs to know of the session. */
export const saslContext = ({ host, peer }: Pick<Open, 'host' | 'peer'>): SaslContext =>
  saslContextOf({
    host: host.name,
    accounts: host.accounts,
    nonce: peer.nonce,
    tls: peer.tls,
    plainText: host.authBeforeTls === 'taken' ? 'allowed' : 'refused',
  })

/** The mechanisms that work here and now, in the host's order; none on LMTP's last hop. */
export function mechanismsOf(session: Pick<Open, 'host' | 'peer' | 'personality'>): string[] {
  const { host } = session
  if (waitsForTls(session)) return []
  if (host.role === 'lmtp' || !host.accounts.length) return []
  const works = offeredMechanisms(saslContext(session))
  return host.mechanisms.filter((name) => works.includes(name))
}

/** Whether logins are not even offered before TLS. */
export const waitsForTls = ({
  host,
  peer,
  personality,
}: Pick<Open, 'host' | 'peer' | 'personality'>): boolean =>
  personality.policies.loginBeforeTls === 'not-offered' &&
  host.authBeforeTls === 'refused' &&
  !peer.tls

/** Answers a step of a login (RFC 4954 §4). */
export function answerStep(
  session: Greeted | Login,
  step: SaslStep,
  replies: Tools['replies'],
): Answer {
  if (step.kind === 'challenge')
    return go(toLogin(session, step), plainReply(334, encodeBase64(step.octets)))
  const back = toGreeted(session, session.hello)
  if (step.kind === 'failure') return stay(back, refusal(step.reason, replies))
  const { account } = step
  return go({ ...back, user: account }, replies.loggedIn({ user: account.login }))
}

/** Codes of RFC 4954 §6. */
function refusal(
  reason: Extract<SaslStep, { kind: 'failure' }>['reason'],
  replies: Tools['replies'],
): Reply {
  switch (reason) {
    case 'syntax':
      return replies.loginMalformed({ at: 'content' })
    case 'tls-required':
      return replies.loginNeedsTls({})
    case 'unknown-mechanism':
      return replies.unknownMechanism({})
    default:
      return replies.loginFailed({})
  }
}

import { encodeBase64 } from '../../../core/base64.ts'
import { readSaslLine, SASL_LINE, type SaslStep } from '../../sasl/sasl.ts'
import { bad, type Answer } from './command.ts'
import { loggedInAs, loginRefused } from './login.ts'
import { personalityOf } from '../personalities/index.ts'
import {
  toAuthenticating,
  toNotAuthenticated,
  type Authenticating,
  type NotAuthenticated,
} from './session.ts'
import type { Asked } from './respond.ts'

/** The client's answer to a challenge: base64, or `*`, which cancels (RFC 9051 §6.2.2). */
export function answerChallenge(
  session: Authenticating,
  line: string,
): { readonly asked: Asked; readonly answer: Answer } {
  const { tag, login } = session
  const say = personalityOf(session.host).words
  const asked: Asked = { tag, verb: 'AUTHENTICATE', argument: line }
  const read = line.length > SASL_LINE ? ({ kind: 'unreadable' } as const) : readSaslLine(line)
  const end = toNotAuthenticated(session)
  if (read.kind === 'cancel') return { asked, answer: bad(end, say.cancelled({})) }
  if (read.kind === 'unreadable') return { asked, answer: bad(end, say.notBase64({})) }
  const next = login.challenge.answer(read.octets)
  return { asked, answer: takeStep(session, tag, login.mechanism, next) }
}

/** What the mechanism says next: another challenge, or the end. */
export function takeStep(
  session: NotAuthenticated | Authenticating,
  tag: string,
  mechanism: string,
  step: SaslStep,
): Answer {
  const say = personalityOf(session.host).words
  if (step.kind === 'success') return loggedInAs(session, step.account, say)
  if (step.kind === 'failure') return loginRefused(session, step, say)
  return {
    type: 'continuation',
    session: toAuthenticating(session, tag, { mechanism, challenge: step }),
    untagged: [],
    text: encodeBase64(step.octets),
  }
}

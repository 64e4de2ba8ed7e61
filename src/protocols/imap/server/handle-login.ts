import { encodeBase64 } from '../../../core/base64.ts'
import type { SaslStep } from '../../sasl/sasl.ts'
import { answerChallenge } from '../../shared/login.ts'
import { bad, type Answer } from './command.ts'
import { loggedInAs, loginRefused } from './login.ts'
import { personalityOf } from '../personalities/index.ts'
import {
  toAuthenticating,
  toNotAuthenticated,
  type Authenticating,
  type NotAuthenticated,
  type Turn,
} from './session.ts'
import { respond } from './respond.ts'

/** Handles the client's answer to a challenge: base64, or `*`, which cancels (RFC 9051 §6.2.2). */
export function handleLoginLine(session: Authenticating, line: string): Turn {
  const asked = { tag: session.tag, verb: 'AUTHENTICATE', argument: line }
  return respond(session, asked, answer(session, line))
}

function answer(session: Authenticating, line: string): Answer {
  const { tag, login } = session
  const responses = personalityOf(session.host).words
  const end = toNotAuthenticated(session)
  const read = answerChallenge(login.challenge, line, line.length)
  switch (read.kind) {
    case 'cancelled':
      return bad(end, responses.cancelled({}))
    case 'too-long':
      return bad(end, responses.lineTooLong({ limit: read.limit }))
    case 'not-base64':
      return bad(end, responses.notBase64({}))
    case 'step':
      return answerStep(session, tag, login.mechanism, read.step)
  }
}

/** Answers with the next step of the mechanism: another challenge, or the end. */
export function answerStep(
  session: NotAuthenticated | Authenticating,
  tag: string,
  mechanism: string,
  step: SaslStep,
): Answer {
  const responses = personalityOf(session.host).words
  if (step.kind === 'success') return loggedInAs(session, step.account, responses)
  if (step.kind === 'failure') return loginRefused(session, step, responses)
  return {
    type: 'continuation',
    session: toAuthenticating(session, tag, { mechanism, challenge: step }),
    untagged: [],
    text: encodeBase64(step.octets),
  }
}

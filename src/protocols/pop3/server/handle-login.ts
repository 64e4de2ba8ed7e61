import { fromLatin1 } from '../../../core/bytes.ts'
import { explainSasl, SASL_LINE, type SaslStep } from '../../sasl/sasl.ts'
import { answerChallenge } from '../../shared/login.ts'
import { handleLine } from '../../shared/session-line.ts'
import { personalityOf } from '../personalities/index.ts'
import { stay, type Answer, type Tools } from './command.ts'
import { openMaildropFor } from './login.ts'
import { challenge, respond } from './respond.ts'
import { toAuthorization, toSasl, type Handled, type Open, type Sasl } from './session.ts'

/** Reads a line of the exchange that AUTH began, and answers it if the end arrived (RFC 5034 §4). */
export const handleLogin = (session: Sasl, bytes: Uint8Array, from: number): Handled =>
  handleLine(session, bytes, from, SASL_LINE, ({ session: next, octets, length }) => {
    const text = fromLatin1(octets)
    return respond({ verb: 'AUTH', argument: text }, answerLine(next, text, length))
  })

function answerLine(session: Sasl, text: string, length: number): Answer {
  const { replies, policies } = personalityOf(session.host)
  const back = toAuthorization(session)
  const line = answerChallenge(session, text, length)
  switch (line.kind) {
    case 'too-long':
      return stay(back, replies.lineTooLong({ limit: line.limit }))
    case 'cancelled':
      return stay(back, replies.authCancelled({}))
    case 'not-base64':
      return stay(back, replies.authUnreadable({ response: 'later' }), {
        span: { from: line.at, to: Math.max(line.at, text.length) },
        message: 'Not base64 from here',
      })
    case 'step': {
      const meaning = explainSasl(session.mechanism, 'client', line.response)
      return answerStep(session, session.mechanism, line.step, { replies, policies }, meaning)
    }
  }
}

/** Answers with the next step of the mechanism. @param meaning What the client's octets meant. */
export function answerStep(
  session: Open,
  mechanism: string,
  next: SaslStep,
  tools: Tools,
  meaning?: string,
): Answer {
  const explanation = [meaning, next.explanation].filter((part) => part !== undefined).join('. ')
  switch (next.kind) {
    case 'challenge':
      return {
        session: toSasl(session, mechanism, next.answer),
        reply: challenge(next.octets),
        explanation,
      }
    case 'success':
      return { ...openMaildropFor(session, next.account, tools), explanation }
    case 'failure':
      return {
        ...stay(
          toAuthorization(session),
          next.reason === 'syntax'
            ? tools.replies.authSyntax({ because: next.explanation.replaceAll('`', '') })
            : tools.replies.authFailed({}),
        ),
        explanation,
      }
  }
}

import { fromLatin1 } from '../../../core/bytes.ts'
import { readSaslLine, SASL_LINE, type SaslStep } from '../../sasl/sasl.ts'
import { explainSasl } from '../../sasl/sasl.ts'
import { readLine } from '../../shared/wire/lines.ts'
import { stay, type Answer, type Tools } from './command.ts'
import { enter } from './login.ts'
import { personalityOf } from '../personalities/index.ts'
import { toAuthorization, toSasl, type Open, type Sasl, type Taken } from './session.ts'
import { challenge, finish } from './respond.ts'

/** Reads a line of the exchange that AUTH began (RFC 5034 §4). */
export function takeSaslLine(session: Sasl, bytes: Uint8Array, from: number): Taken {
  const read = readLine(session.line, bytes, from, SASL_LINE)
  if (!read.ended)
    return { session: { ...session, line: read.buffer }, effects: [], next: bytes.length }
  const tools = personalityOf(session.host)
  const text = fromLatin1(read.line)
  const answer = answerLine(session, text, read.length, {
    say: tools.replies,
    policies: tools.policies,
  })
  return { ...finish({ verb: 'AUTH', argument: text }, answer), next: read.next }
}

function answerLine(session: Sasl, text: string, length: number, tools: Tools): Answer {
  const { say } = tools
  const back = toAuthorization(session)
  if (length > SASL_LINE) return stay(back, say.lineTooLong({ limit: SASL_LINE }))
  const line = readSaslLine(text)
  if (line.kind === 'cancel') return stay(back, say.authCancelled({}))
  if (line.kind === 'unreadable')
    return stay(back, say.authUnreadable({}), {
      span: { from: line.at, to: Math.max(line.at, text.length) },
      message: 'Not base64 from here',
    })
  const meaning = explainSasl(session.mechanism, 'client', line.octets)
  return followStep(session, session.mechanism, session.answer(line.octets), tools, meaning)
}

/** What a step of SASL means for the session. @param meaning What the client's octets meant. */
export function followStep(
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
      return { ...enter(session, next.account, tools), explanation }
    case 'failure':
      return {
        ...stay(
          toAuthorization(session),
          next.reason === 'syntax'
            ? tools.say.authSyntax({ because: next.explanation.replaceAll('`', '') })
            : tools.say.authFailed({}),
        ),
        explanation,
      }
  }
}

import { fromLatin1 } from '../../../core/bytes.ts'
import { SASL_LINE } from '../../sasl/sasl.ts'
import { answerChallenge } from '../../shared/login.ts'
import { handleLine } from '../../shared/session-line.ts'
import { stay, type Answer } from './command.ts'
import { answerStep } from './login.ts'
import { toGreeted, type Login, type Handled } from './session.ts'
import { respond, type Asked } from './respond.ts'

/** A line of a login: its argument is kept from those who follow. */
const secret: Asked = { verb: '*', argument: '' }

/** Reads up to the end of a line of a login, and answers it if the end came (RFC 4954 §4). */
export function handleLogin(session: Login, bytes: Uint8Array, from: number): Handled {
  return handleLine(session, bytes, from, SASL_LINE, ({ session: atLine, octets, length }) => {
    const { session: next, reply } = answerLine(atLine, octets, length)
    return respond(next, secret, reply!)
  })
}

function answerLine(session: Login, octets: Uint8Array, length: number): Answer {
  const { replies } = session.personality
  const back = toGreeted(session, session.hello)
  const line = answerChallenge(session.challenge, fromLatin1(octets), length)
  switch (line.kind) {
    case 'too-long':
      return stay(back, replies.loginLineTooLong({ limit: line.limit }))
    case 'cancelled':
      return stay(back, replies.loginCancelled({}))
    case 'not-base64':
      return stay(back, replies.loginMalformed({ at: 'continued' }))
    case 'step':
      return answerStep(session, line.step, replies)
  }
}

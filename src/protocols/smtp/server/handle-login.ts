import { fromLatin1 } from '../../../core/bytes.ts'
import { readSaslLine } from '../../sasl/line.ts'
import { emptyLine, readLine } from '../../shared/wire/lines.ts'
import { stay, type Answer } from './command.ts'
import { LOGIN_LINE } from '../limits.ts'
import { answerStep } from './login.ts'
import { personalityOf } from '../personalities/index.ts'
import { toGreeted, type Login, type Taken } from './session.ts'
import { finish, type Asked } from './respond.ts'

/** A line of a login: whoever follows is not told what stood in it. */
const secret: Asked = { verb: '*', argument: '' }

/** Reads up to the end of a line of a login, and answers it if the end came (RFC 4954 §4). */
export function takeLogin(session: Login, bytes: Uint8Array, from: number): Taken {
  const read = readLine(session.line, bytes, from, LOGIN_LINE)
  if (!read.ended)
    return { session: { ...session, line: read.buffer }, effects: [], next: bytes.length }
  const heard = { ...session, line: emptyLine }
  const { session: next, reply } = answerLine(heard, read.line, read.length)
  return { ...finish(next, secret, reply!), next: read.next }
}

function answerLine(session: Login, octets: Uint8Array, length: number): Answer {
  const { replies: say } = personalityOf(session.host)
  const back = toGreeted(session, session.hello)
  if (length > LOGIN_LINE) return stay(back, say.loginLineTooLong({ limit: LOGIN_LINE }))
  const line = readSaslLine(fromLatin1(octets))
  switch (line.kind) {
    case 'cancel':
      return stay(back, say.loginCancelled({}))
    case 'unreadable':
      return stay(back, say.loginMalformed({}))
    case 'octets':
      return answerStep(session, session.challenge.answer(line.octets), say)
  }
}

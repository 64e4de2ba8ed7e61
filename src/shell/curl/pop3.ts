import { encodeBase64 } from '../../core/base64.ts'
import { fromLatin1, utf8 } from '../../core/bytes.ts'
import { cramAnswer } from './cram.ts'
import {
  DENIED,
  failed,
  good,
  oneLine,
  type Dialogue,
  type End,
  type Job,
  type Turn,
} from './dialogue.ts'

/** A refusal is one line; what is granted ends with a line of one dot (RFC 1939 §3). */
const manyLines = (came: string): number => {
  if (!came.startsWith('+OK')) return oneLine(came)
  const end = came.indexOf('\n.\r\n')
  return end < 0 ? 0 : end + 4
}

const isGood = (reply: string): boolean => reply.startsWith('+OK')

const line = (text: string, reply: Turn['reply'] = oneLine): Turn => ({
  ...{ say: `${fromLatin1(utf8(text))}\r\n`, reply, agrees: isGood },
})

/** A whole session of POP3, as `curl` holds it. */
export function* speakPop3(job: Job): Dialogue {
  if (!isGood(yield { reply: oneLine }))
    return { status: 8, message: 'Got unexpected pop3-server response' }
  const end = (yield* begin(job)) ?? (yield* perform(job))
  // Who was not let in hangs up.
  if (end.status !== DENIED) yield line('QUIT')
  return end
}

function* begin({ tls, login }: Job): Dialogue<End | undefined> {
  let offers = yield line('CAPA', manyLines)
  if (tls !== 'none') {
    if (/^STLS\r?$/im.test(offers)) {
      const agreed = yield { ...line('STLS'), then: 'tls' }
      if (isGood(agreed)) offers = yield line('CAPA', manyLines)
      else if (tls === 'needed') return { ...failed.noTls, message: 'STARTTLS denied' }
    } else if (tls === 'needed') return { ...failed.noTls, message: 'STLS not supported.' }
  }
  if (!login) return undefined
  const { user, password } = login
  if (/^SASL\b.*\bCRAM-MD5\b/im.test(offers)) {
    const asked = yield line('AUTH CRAM-MD5')
    if (!asked.startsWith('+ ')) return failed.denied('Login denied')
    const answer = yield line(cramAnswer(login, asked.slice(2)))
    return isGood(answer) ? undefined : failed.denied('Login denied')
  }
  if (/^SASL\b.*\bPLAIN\b/im.test(offers)) {
    const asked = yield line('AUTH PLAIN')
    if (!asked.startsWith('+')) return failed.denied('Login denied')
    const answer = yield line(encodeBase64(utf8(`\0${user}\0${password}`)))
    return isGood(answer) ? undefined : failed.denied('Login denied')
  }
  if (!isGood(yield line(`USER ${user}`))) return failed.denied('USER denied. -')
  return isGood(yield line(`PASS ${password}`)) ? undefined : failed.denied('Access denied. -')
}

function* perform({ path, request, lists, print }: Job): Dialogue {
  const said = request ?? (path === '' || lists ? 'LIST' : 'RETR')
  const isLong =
    /^(?:LIST|UIDL|RETR|TOP|CAPA)\b/i.test(said) && !(/^(?:LIST|UIDL)$/i.test(said) && path !== '')
  const reply = yield {
    ...line(path === '' ? said : `${said} ${path}`, isLong ? manyLines : oneLine),
    shownReply: 'first line',
  }
  if (!isGood(reply)) return failed.weird
  const body = reply.slice(reply.indexOf('\n') + 1)
  // The line end before the last dot belongs to what is printed, also where that is nothing.
  if (isLong) print(body.slice(0, -3).replace(/^\.\./gm, '.') || '\r\n')
  return good
}

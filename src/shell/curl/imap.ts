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

/** Lines with their literals, up to one that begins with the tag, or with `+`. */
const upTo =
  (tag: string) =>
  (came: string): number => {
    let at = 0
    for (let end = came.indexOf('\n'); end >= 0; end = came.indexOf('\n', at)) {
      const line = came.slice(at, end + 1)
      at = end + 1
      if (line.startsWith(`${tag} `) || line.startsWith('+')) return at
      const literal = /\{(\d{1,9})\}\r?\n$/.exec(line)
      if (literal) at += Number(literal[1])
      if (at > came.length) return 0
    }
    return 0
  }

/** Counts the commands, for their tags. */
class Tags {
  #count = 0

  command(text: string): Turn {
    const tag = `A${String(++this.#count).padStart(3, '0')}`
    return { say: `${tag} ${fromLatin1(utf8(text))}\r\n`, reply: upTo(tag), agrees: isGood }
  }

  /** Goes on with the command before. */
  more(text: string): Turn {
    return { say: text, reply: upTo(`A${String(this.#count).padStart(3, '0')}`) }
  }
}

const lastLine = (reply: string): string => reply.trimEnd().split('\n').at(-1)!
const isGood = (reply: string): boolean => /^A\d+ OK/i.test(lastLine(reply))
/** What came before the tagged line. */
const untagged = (reply: string): string =>
  reply.slice(0, reply.lastIndexOf('\n', reply.length - 2) + 1)

/** A whole session of IMAP, as `curl` holds it. */
export function* speakImap(job: Job): Dialogue {
  const tags = new Tags()
  const greeting = yield { reply: oneLine }
  if (!/^\* (?:OK|PREAUTH)/i.test(greeting))
    return { status: 8, message: 'Got unexpected imap-server response' }
  const end = (yield* begin(job, tags, greeting)) ?? (yield* perform(job, tags))
  // Who was not let in hangs up.
  if (end.status !== DENIED) yield tags.command('LOGOUT')
  return end
}

function* begin({ tls, login }: Job, tags: Tags, greeting: string): Dialogue<End | undefined> {
  let offers = yield tags.command('CAPABILITY')
  if (tls !== 'none') {
    if (/\bSTARTTLS\b/i.test(offers)) {
      const agreed = yield { ...tags.command('STARTTLS'), then: 'tls' }
      if (isGood(agreed)) offers = yield tags.command('CAPABILITY')
      else if (tls === 'needed') return { ...failed.noTls, message: 'STARTTLS denied' }
    } else if (tls === 'needed') return { ...failed.noTls, message: 'STARTTLS not available.' }
  }
  if (!login || /^\* PREAUTH/i.test(greeting)) return undefined
  const { user, password } = login
  if (/\bAUTH=CRAM-MD5\b/i.test(offers)) {
    let answer = yield tags.command('AUTHENTICATE CRAM-MD5')
    if (lastLine(answer).startsWith('+ '))
      answer = yield tags.more(`${cramAnswer(login, lastLine(answer).slice(2))}\r\n`)
    return isGood(answer) ? undefined : failed.denied('Login denied')
  }
  if (/\bAUTH=PLAIN\b/i.test(offers)) {
    let answer = yield tags.command('AUTHENTICATE PLAIN')
    if (answer.trimEnd().split('\n').at(-1)!.startsWith('+'))
      answer = yield tags.more(`${encodeBase64(utf8(`\0${user}\0${password}`))}\r\n`)
    return isGood(answer) ? undefined : failed.denied('Login denied')
  }
  if (/\bLOGINDISABLED\b/i.test(offers))
    return failed.denied('No known authentication mechanisms supported!')
  const answer = yield tags.command(`LOGIN ${atom(user)} ${atom(password)}`)
  return isGood(answer) ? undefined : failed.denied(`Access denied. ${lastLine(answer)[5] ?? ''}`)
}

/** Quoted only where it has to be. */
const atom = (text: string): string =>
  /^[^\s(){%*"\\\]]+$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`

function* perform(job: Job, tags: Tags): Dialogue {
  const { path, upload, request, query, print } = job
  if (upload !== undefined) return yield* append(path, upload, tags)
  const wanted = fetchOf(job)
  if (path !== '' && (wanted !== undefined || query !== '' || request !== undefined)) {
    const selected = yield tags.command(`SELECT ${atom(path)}`)
    if (!isGood(selected)) return failed.denied('Select failed')
  }
  if (request !== undefined) return yield* plain(tags.command(request), print)
  if (wanted !== undefined) return yield* fetch(tags.command(wanted), print)
  if (path !== '' && query !== '') return yield* plain(tags.command(`SEARCH ${query}`), print)
  return yield* plain(tags.command(path === '' ? 'LIST "" *' : `LIST ${quoted(path)} *`), print)
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`

/** `;UID=`, `;MAILINDEX=`, `;SECTION=` as the FETCH that they ask for. */
function fetchOf({ parameters }: Job): string | undefined {
  const uid = parameters.get('UID')
  const index = parameters.get('MAILINDEX')
  const section = parameters.get('SECTION') ?? ''
  if (uid !== undefined) return `UID FETCH ${uid} BODY[${section}]`
  return index === undefined ? undefined : `FETCH ${index} BODY[${section}]`
}

function* plain(turn: Turn, print: Job['print']): Dialogue {
  const reply = yield turn
  if (!isGood(reply)) return failed.quote
  print(untagged(reply))
  return good
}

function* fetch(turn: Turn, print: Job['print']): Dialogue {
  const reply = yield turn
  if (!isGood(reply) || !/^\* \d+ FETCH /im.test(reply))
    return { status: 78, message: 'Remote file not found' }
  const [head, size] = /^\* \d+ FETCH .*?\{(\d{1,9})\}\r?\n/im.exec(reply) ?? []
  if (head === undefined) return { status: 8, message: 'Failed to parse FETCH response.' }
  const from = reply.indexOf(head) + head.length
  print(reply.slice(from, from + Number(size)))
  return good
}

function* append(path: string, message: string, tags: Tags): Dialogue {
  if (path === '') return { status: 3, message: 'Cannot APPEND without a mailbox.' }
  const ready = yield tags.command(`APPEND ${atom(path)} (\\Seen) {${message.length}}`)
  if (!ready.startsWith('+')) return { status: 25, message: 'Failed upload' }
  const answer = yield { ...tags.more(`${message}\r\n`), shown: 'nothing' }
  return isGood(answer) ? good : { status: 25, message: 'Failed upload' }
}

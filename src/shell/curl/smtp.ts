import { encodeBase64 } from '../../core/base64.ts'
import { fromLatin1, utf8 } from '../../core/bytes.ts'
import { cramAnswer } from './cram.ts'
import { DENIED, failed, good, type Dialogue, type End, type Job, type Turn } from './dialogue.ts'

/** Lines up to one that has no hyphen behind its code. */
const reply = (came: string): number => {
  const found = /^(?:\d{3}-[^\n]*\n)*(?!\d{3}-)[^\n]*\n/.exec(came)
  return found ? found[0].length : 0
}

const codeOf = (text: string): number => Number(/(\d{3})[^\n]*\n$/.exec(text)?.[1] ?? 0)
const isGood = (text: string): boolean => codeOf(text) >= 200 && codeOf(text) < 300

const line = (text: string): Turn => ({ say: `${fromLatin1(utf8(text))}\r\n`, reply })

/** A whole session of SMTP, as `curl` holds it. */
export function* speakSmtp(job: Job): Dialogue {
  const end = yield* upToQuit(job)
  // Who was not let in hangs up.
  if (end.status !== DENIED)
    yield { ...line('QUIT'), ...(end.message !== undefined && { remark: end.message }) }
  return end
}

function* upToQuit(job: Job): Dialogue {
  const greeting = yield { reply }
  if (!isGood(greeting))
    return { status: 8, message: `Got unexpected smtp-server response: ${codeOf(greeting)}` }
  const hello = line(`EHLO ${job.path || job.host}`)
  let offers = yield hello
  if (!isGood(offers)) return { status: 9, message: `Remote access denied: ${codeOf(offers)}` }
  if (job.tls !== 'none') {
    if (/^250[ -]STARTTLS\r?$/im.test(offers)) {
      const agreed = yield { ...line('STARTTLS'), then: 'tls', agrees: isGood }
      if (isGood(agreed)) offers = yield hello
      else if (job.tls === 'needed')
        return { ...failed.noTls, message: `STARTTLS denied, code ${codeOf(agreed)}` }
    } else if (job.tls === 'needed') return { ...failed.noTls, message: 'STARTTLS not supported.' }
  }
  const denied = job.login && (yield* logIn(offers, job.login))
  if (denied) return denied
  return job.upload === undefined || !job.to.length
    ? yield* ask(job)
    : yield* handIn(job, job.upload, /^250[ -]SIZE\b/im.test(offers))
}

function* logIn(
  offers: string,
  { user, password }: NonNullable<Job['login']>,
): Dialogue<End | undefined> {
  const mechanisms = /^250[ -]AUTH[ =](.*?)\r?$/im.exec(offers)?.[1]?.toUpperCase().split(' ')
  if (!mechanisms) return undefined
  const encode = (text: string): string => encodeBase64(utf8(text))
  if (mechanisms.includes('CRAM-MD5')) {
    const asked = yield line('AUTH CRAM-MD5')
    const answer =
      codeOf(asked) === 334 ? yield line(cramAnswer({ user, password }, asked.slice(4))) : asked
    return codeOf(answer) === 235 ? undefined : failed.denied('Login denied')
  }
  if (!mechanisms.includes('PLAIN') && !mechanisms.includes('LOGIN'))
    return failed.denied('No known authentication mechanisms supported!')
  const isPlain = mechanisms.includes('PLAIN')
  const words = isPlain ? [encode(`\0${user}\0${password}`)] : [encode(user), encode(password)]
  let answer = yield line(isPlain ? 'AUTH PLAIN' : 'AUTH LOGIN')
  for (const word of words) {
    if (codeOf(answer) !== 334) break
    answer = yield line(word)
  }
  return codeOf(answer) === 235 ? undefined : failed.denied('Login denied')
}

/** Without a message: VRFY, HELP, or what `-X` asks for. */
function* ask({ to, request, print }: Job): Dialogue {
  const said = request ?? (to.length ? `VRFY ${to[0]!}` : 'HELP')
  const answer = yield line(request && to.length ? `${request} ${to[0]!}` : said)
  if (!isGood(answer)) return { status: 8, message: `Command failed: ${codeOf(answer)}` }
  print(answer)
  return good
}

/** @param statesSize Whether the server wants to know the size (RFC 1870 §6). */
function* handIn({ from = '', to }: Job, message: string, statesSize: boolean): Dialogue {
  const wrap = (address: string): string => (/^<.*>$/.test(address) ? address : `<${address}>`)
  const size = statesSize && message !== '' ? ` SIZE=${message.length}` : ''
  const mail = yield line(`MAIL FROM:${wrap(from)}${size}`)
  if (!isGood(mail)) return failed.send(`MAIL failed: ${codeOf(mail)}`)
  for (const address of to) {
    const rcpt = yield line(`RCPT TO:${wrap(address)}`)
    if (!isGood(rcpt)) return failed.send(`RCPT failed: ${codeOf(rcpt)}`)
  }
  const data = yield line('DATA')
  if (codeOf(data) !== 354) return failed.send(`DATA failed: ${codeOf(data)}`)
  const stuffed = message.replace(/^\./gm, '..')
  const ending = stuffed === '' || stuffed.endsWith('\r\n') ? '' : '\r\n'
  const answer = yield {
    ...{ say: `${stuffed}${ending}.\r\n`, shown: 'nothing', reply },
    done: 'We are completely uploaded and fine',
  }
  return codeOf(answer) === 250 ? good : failed.weird
}

import { encodeBase64 } from '../../core/base64.ts'
import { utf8 } from '../../core/bytes.ts'

/** What a client says next; nothing where it only waits for the greeting. */
export interface Turn {
  readonly say?: readonly string[]
  /** The handshake is due once the server has agreed. */
  readonly then?: 'tls'
  /** Classes of replies that let it go on: the first digit. */
  readonly good: string
}

/** A reply: its code, and the lines with it. */
export interface Reply {
  readonly code: string
  readonly lines: readonly string[]
  readonly isGood: boolean
}

export interface Mail {
  readonly helo: string
  readonly from: string
  readonly to: readonly string[]
  /** Lines of the message, without line ends; dots are not doubled yet. */
  readonly message: readonly string[]
  readonly tls: 'none' | 'needed'
  readonly login:
    { readonly user: string; readonly password: string; readonly mechanism?: string } | undefined
  /** After which command it stops. */
  readonly until: string | undefined
}

/** The statuses that the real `swaks` ends with. */
const STATUS = {
  ...{ banner: 21, helo: 22, mail: 23, rcpt: 24, data: 25, message: 26, auth: 28, tls: 29 },
} as const

type Dialogue<Result = number> = Generator<Turn, Result, Reply>

/** Complaints that the real program has beside the replies. */
type Complain = (text: string) => void

/** All that is said to hand in a mail, up to QUIT. @returns The status. */
export function* handIn(mail: Mail, complain: Complain): Dialogue {
  const status = yield* upToTheEnd(mail, complain)
  yield { say: ['QUIT'], good: '2' }
  return status
}

function* upToTheEnd(mail: Mail, complain: Complain): Dialogue {
  const { until } = mail
  if (!(yield { good: '2' }).isGood) return STATUS.banner
  if (until === 'banner' || until === 'connect') return 0
  const ready = yield* introduce(mail, complain)
  if (typeof ready === 'number') return ready
  if (until === 'helo' || until === 'ehlo' || until === 'tls') return 0
  if (mail.login && !(yield* authenticate(mail.login, ready, complain))) return STATUS.auth
  return until === 'auth' ? 0 : yield* transact(mail)
}

/** EHLO, and once more behind TLS. @returns What the server offers, or the status. */
function* introduce({ helo, tls }: Mail, complain: Complain): Dialogue<readonly string[] | number> {
  const hello: Turn = { say: [`EHLO ${helo}`], good: '2' }
  const first = yield hello
  if (!first.isGood) return STATUS.helo
  if (tls === 'none') return offersOf(first)
  if (!offersOf(first).includes('STARTTLS')) {
    complain('*** Host did not advertise STARTTLS')
    return STATUS.tls
  }
  const agreed = yield { say: ['STARTTLS'], then: 'tls', good: '2' }
  if (!agreed.isGood) return STATUS.tls
  const second = yield hello
  return second.isGood ? offersOf(second) : STATUS.helo
}

const offersOf = ({ lines }: Reply): string[] =>
  lines.slice(1).map((line) => line.slice(4).toUpperCase())

function* authenticate(
  { user, password, mechanism }: NonNullable<Mail['login']>,
  offers: readonly string[],
  complain: Complain,
): Dialogue<boolean> {
  const offered = offers.flatMap((line) => (/^AUTH[ =]/.test(line) ? line.slice(5).split(' ') : []))
  const wanted = mechanism ? [mechanism.toUpperCase()] : ['LOGIN', 'PLAIN']
  const known = wanted.filter((one) => offered.includes(one) && ['LOGIN', 'PLAIN'].includes(one))
  if (!known.length)
    complain(
      offered.length
        ? '*** Auth not attempted, requested type not available'
        : '*** Host did not advertise authentication',
    )
  const encode = (text: string): string => encodeBase64(utf8(text))
  for (const one of known) {
    if (one === 'PLAIN') {
      const said = `AUTH PLAIN ${encode(`\0${user}\0${password}`)}`
      if ((yield { say: [said], good: '2' }).isGood) return true
      continue
    }
    const asked = yield { say: ['AUTH LOGIN'], good: '3' }
    if (!asked.isGood) continue
    if (!(yield { say: [encode(user)], good: '3' }).isGood) continue
    if ((yield { say: [encode(password)], good: '2' }).isGood) return true
  }
  if (known.length) complain('*** No authentication type succeeded')
  return false
}

function* transact({ from, to, message, until }: Mail): Dialogue {
  if (!(yield { say: [`MAIL FROM:<${from}>`], good: '2' }).isGood) return STATUS.mail
  if (until === 'mail' || until === 'from') return 0
  let accepted = 0
  for (const address of to)
    if ((yield { say: [`RCPT TO:<${address}>`], good: '2' }).isGood) accepted++
  if (!accepted) return STATUS.rcpt
  if (until === 'rcpt' || until === 'to') return 0
  if (!(yield { say: ['DATA'], good: '3' }).isGood) return STATUS.data
  const lines = message.map((line) => (line.startsWith('.') ? `.${line}` : line))
  return (yield { say: [...lines, '.'], good: '2' }).isGood ? 0 : STATUS.message
}

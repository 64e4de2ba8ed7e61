import { fromUtf8, utf8 } from '../../core/bytes.ts'
import type { OpenLine } from './open.ts'

/** How a protocol is asked for TLS: what to say after each answer, and when an answer is whole. */
interface Dialogue {
  /** The last line of an answer. */
  readonly whole: RegExp
  /** An answer that means yes. */
  readonly yes: RegExp
  readonly says: readonly ((host: string) => string)[]
}

/** Any line but one that says that more follow: a server of another protocol is found out by its first. */
const SMTP_ANSWER = { whole: /^(?!\d{3}-).*\r?\n$/m, yes: /^2\d\d(?: .*)?\r?\n$/m }

/** RFC 3207 §2, RFC 9051 §6.2.1, RFC 2595 §4, RFC 2033 §4.1. */
export const DIALOGUES: Readonly<Record<string, Dialogue>> = {
  smtp: { ...SMTP_ANSWER, says: [(host) => `EHLO ${host}`, () => 'STARTTLS'] },
  lmtp: { ...SMTP_ANSWER, says: [(host) => `LHLO ${host}`, () => 'STARTTLS'] },
  imap: {
    whole: /^.*\r?\n$/m,
    yes: /^(?:\*|\.) (?:OK|PREAUTH).*\r?\n$/m,
    says: [() => '. STARTTLS'],
  },
  pop3: { whole: /^.*\r?\n$/m, yes: /^\+OK.*\r?\n$/m, says: [() => 'STLS'] },
}

export interface Asking {
  /** All that the server said, when it is ready for the handshake. */
  ready(said: string): void
  /** It said no, or hung up. */
  refused(said: string): void
}

/** Goes through the dialogue that a protocol wants before TLS may begin. */
export function askForTls(line: OpenLine, protocol: string, host: string, to: Asking): void {
  const { whole, yes, says } = DIALOGUES[protocol]!
  let said = ''
  let answer = ''
  let step = 0
  let over = false
  const refuse = (): void => {
    if (!over) to.refused(said)
    over = true
  }
  line.listen({
    received(bytes) {
      const text = fromUtf8(bytes)
      said += text
      answer += text
      if (over || !whole.test(answer)) return
      if (!yes.test(answer)) return refuse()
      answer = ''
      const next = says[step++]
      if (next) line.send(utf8(`${next(host)}\r\n`))
    },
    startTls() {
      over = true
      to.ready(said)
    },
    closed: refuse,
  })
}

import { fromUtf8, utf8 } from '../../core/bytes.ts'
import type { ConnectionListener } from '../../world/world.ts'
import type { OpenLine } from './open.ts'

/** How a protocol is asked for TLS: the command after each answer, and when an answer is whole. */
interface Dialogue {
  /** The last line of an answer. */
  readonly whole: RegExp
  /** An answer that means yes. */
  readonly yes: RegExp
  readonly commands: readonly ((host: string) => string)[]
}

/** Any line but one after which more follow: a server of another protocol is recognized by its first. */
const SMTP_ANSWER = { whole: /^(?!\d{3}-).*\r?\n$/m, yes: /^2\d\d(?: .*)?\r?\n$/m }

/** RFC 3207 §2, RFC 9051 §6.2.1, RFC 2595 §4, RFC 2033 §4.1. */
export const DIALOGUES: Readonly<Record<string, Dialogue>> = {
  smtp: { ...SMTP_ANSWER, commands: [(host) => `EHLO ${host}`, () => 'STARTTLS'] },
  lmtp: { ...SMTP_ANSWER, commands: [(host) => `LHLO ${host}`, () => 'STARTTLS'] },
  imap: {
    whole: /^.*\r?\n$/m,
    yes: /^(?:\*|\.) (?:OK|PREAUTH).*\r?\n$/m,
    commands: [() => '. STARTTLS'],
  },
  pop3: { whole: /^.*\r?\n$/m, yes: /^\+OK.*\r?\n$/m, commands: [() => 'STLS'] },
}

export interface TlsListener {
  /** The server is ready for the handshake. @param transcript All that it sent so far. */
  ready(transcript: string): void
  /** The server refused, or hung up. */
  refused(transcript: string): void
}

/** Goes through the dialogue that a protocol wants before TLS may begin. */
export class TlsRequest implements ConnectionListener {
  state: 'asking' | 'ready' | 'refused' = 'asking'
  /** All that the server sent. */
  transcript = ''
  /** Commands of the dialogue that were sent. */
  sent = 0
  #answer = ''
  readonly #dialogue: Dialogue
  readonly #host: string
  readonly #line: Pick<OpenLine, 'send'>
  readonly #listener: TlsListener

  /** @param host The name that EHLO gives. */
  constructor(line: Pick<OpenLine, 'send'>, protocol: string, host: string, listener: TlsListener) {
    this.#line = line
    this.#dialogue = DIALOGUES[protocol]!
    this.#host = host
    this.#listener = listener
  }

  received(bytes: Uint8Array): void {
    const text = fromUtf8(bytes)
    this.transcript += text
    this.#answer += text
    if (this.state !== 'asking' || !this.#dialogue.whole.test(this.#answer)) return
    if (this.#dialogue.yes.test(this.#answer)) this.#goOn()
    else this.closed()
  }

  #goOn(): void {
    this.#answer = ''
    const command = this.#dialogue.commands[this.sent]
    if (!command) return
    this.sent++
    this.#line.send(utf8(`${command(this.#host)}\r\n`))
  }

  startTls(): void {
    this.state = 'ready'
    this.#listener.ready(this.transcript)
  }

  closed(): void {
    if (this.state !== 'asking') return
    this.state = 'refused'
    this.#listener.refused(this.transcript)
  }
}

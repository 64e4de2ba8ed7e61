/**
 * An SMTP server for a page: octets in, octets and messages out. It has no network and keeps nothing; what
 * opens it carries octets between it and a client, such as a program in a run-time that lives in a browser.
 *
 * @example
 * import { openSink } from 'helo-world/sink'
 *
 * const sink = openSink({ send: (octets) => terminal.write(octets), message: (mail) => list.push(mail) })
 * sink.receive('EHLO client.example\r\n')
 */
import { utf8 } from '../core/bytes.ts'
import { openSession, step, type SmtpHost } from '../protocols/smtp/server/engine.ts'
import { hostDefaults } from '../protocols/smtp/server/host.ts'
import type {
  CommandEffect,
  DeliverEffect,
  SessionInput,
  Turn,
  Verdict,
} from '../protocols/smtp/server/session.ts'
import type { SmtpEnvelope } from '../protocols/smtp/server/envelope.ts'

/** A message that came to its end. */
export interface SinkMessage {
  /** The reverse-path; empty for the null sender. */
  readonly from: string
  /** The forward-paths, in the order in which they were accepted. */
  readonly to: readonly string[]
  /** What the client named itself. */
  readonly helo: string
  /** Header and body as they were sent, with the stuffed dots taken out (RFC 5321 §4.5.2). */
  readonly octets: Uint8Array
  /** All of the envelope: the parameters of MAIL and RCPT too. */
  readonly envelope: SmtpEnvelope
}

/** What a message is refused with; the text may have several lines, parted by line feeds. What is none accepts. */
export interface SinkRefusal {
  /** `4xx`: not now; `5xx`: no. */
  readonly code: number
  /** Such as `5.7.1`; by its code `4.0.0` or `5.0.0` by default. */
  readonly enhanced?: string
  readonly text: string
}

type Judged = SinkRefusal | undefined

/** A command and what was replied, for a page that shows them. */
export interface SinkCommand {
  /** In upper case if it is known; empty for the greeting, `.` for the end of a message. */
  readonly verb: string
  readonly argument: string
  readonly code: number
  readonly text: string
}

export interface SinkOptions {
  /** Takes what the server sends: replies, with their CRLF. */
  readonly send: (octets: Uint8Array) => void
  /**
   * Takes a message. It is accepted when this returns, or when the promise resolves, unless with a refusal;
   * what it throws becomes a refusal with 451. What the client sends meanwhile waits.
   */
  readonly message?:
    ((message: SinkMessage) => void) | ((message: SinkMessage) => Judged | Promise<Judged>)
  /** The server has hung up: after QUIT, too many errors, or too much time. */
  readonly closed?: () => void
  readonly command?: (command: SinkCommand) => void
  /** As in the greeting; `sink.example` by default. */
  readonly name?: string
  /** Domains that it receives for; all of them by default. */
  readonly domains?: readonly string[]
  /** Addresses in these domains that receive; all of them by default. */
  readonly mailboxes?: readonly string[]
  /** Octets in a message; 10,240,000 by default, 0 for no limit. */
  readonly maxSize?: number
  /** Whether a bare LF may end a line of a message; `strict` by default. */
  readonly bareLf?: 'strict' | 'lax'
  /** The client's, as in the reply to EHLO; 192.0.2.1 by default. */
  readonly address?: string
}

/** One session, open from the start: the greeting is sent at once. */
export interface Sink {
  /** Takes octets of the client, cut in any way, or a text that is sent as UTF-8. Never throws. */
  receive(octets: Uint8Array | string): void
  /** Says what time it is, in milliseconds: a client that is silent for five minutes is left. */
  tick(now: number): void
  /** The client hung up; an open transaction is dropped. */
  close(): void
  /** Whether it hangs on the line. */
  readonly isOpen: boolean
}

/** Opens a session for a client that has just connected. */
export function openSink(options: SinkOptions): Sink {
  return new OpenSink(options)
}

class OpenSink implements Sink {
  isOpen = true
  #session: Turn['session']
  readonly #options: SinkOptions
  #count = 0

  constructor(options: SinkOptions) {
    this.#options = options
    const opened = openSession(hostOf(options), { address: options.address ?? '192.0.2.1' })
    this.#session = opened.session
    this.#follow(opened)
  }

  receive(octets: Uint8Array | string): void {
    this.#step({ type: 'bytes', bytes: typeof octets === 'string' ? utf8(octets) : octets })
  }

  tick(now: number): void {
    this.#step({ type: 'tick', now })
  }

  close(): void {
    this.#step({ type: 'closed' })
    this.isOpen = false
  }

  #step(input: SessionInput): void {
    if (this.isOpen) this.#follow(step(this.#session, input))
  }

  #follow({ session, effects }: Turn): void {
    this.#session = session
    for (const effect of effects)
      if (effect.type === 'send') this.#options.send(effect.bytes)
      else if (effect.type === 'command') this.#options.command?.(plainCommand(effect))
      else if (effect.type === 'deliver') this.#deliver(effect)
      else if (effect.type === 'close') this.#hangUp()
  }

  #hangUp(): void {
    this.isOpen = false
    this.#options.closed?.()
  }

  #deliver({ envelope, message }: DeliverEffect): void {
    const { from, to, helo } = envelope
    const judge = (verdict: Verdict) => this.#step({ type: 'verdict', ...verdict })
    try {
      const taken: unknown = this.#options.message?.({ from, to, helo, octets: message, envelope })
      if (taken instanceof Promise)
        taken.then(
          (late) => judge(this.#verdictOf(late)),
          () => judge(broken),
        )
      else judge(this.#verdictOf(taken))
    } catch {
      judge(broken)
    }
  }

  #verdictOf(judged: unknown): Verdict {
    if (!isRefusal(judged)) return { accepted: true, queueId: `S${++this.#count}` }
    const { code, text, enhanced = '' } = judged
    const isEnhanced = /^[45](?:\.\d{1,3}){2}$/.test(enhanced)
    return {
      ...{ accepted: false, code },
      enhanced: isEnhanced ? enhanced : code < 500 ? '4.0.0' : '5.0.0',
      // A reply is one or more lines of printable ASCII.
      text: text.replace(/[^\n -~]/g, '?'),
    }
  }
}

const isRefusal = (judged: unknown): judged is SinkRefusal =>
  typeof judged === 'object' &&
  judged !== null &&
  'code' in judged &&
  'text' in judged &&
  typeof judged.text === 'string' &&
  Number.isInteger(judged.code) &&
  /^[45]\d\d$/.test(String(judged.code))

const broken: Verdict = {
  ...{ accepted: false, code: 451, enhanced: '4.3.0' },
  text: 'The message could not be taken. Try again later.',
}

const plainCommand = ({ verb, argument, code, text }: CommandEffect): SinkCommand => ({
  ...{ verb, argument, code, text },
})

/** Mail from anybody is taken: a client that may relay may send to anywhere. */
function hostOf({ name = 'sink.example', domains, mailboxes, ...options }: SinkOptions): SmtpHost {
  return {
    ...hostDefaults,
    name,
    localDomains: domains ?? [],
    mailboxes: mailboxes ?? [],
    relayFrom: domains ? [] : ['0.0.0.0/0', '::/0'],
    backing: mailboxes ? {} : { knows: () => true },
    maxSize: options.maxSize ?? hostDefaults.maxSize,
    bareLf: options.bareLf ?? hostDefaults.bareLf,
  }
}

import type { ReplyBuffer } from '../wire/read-reply.ts'
import type { Tls } from '../../../core/tls.ts'
import type { ClientStep, Credentials } from '../../sasl/exchange.ts'
import type { MailParameters } from '../parameters/mail.ts'
import type { RcptParameters } from '../parameters/rcpt.ts'
import type { Reply } from '../wire/reply.ts'

/** One message to hand over to one server. */
export interface ClientJob {
  /** The name to greet with. */
  readonly helo: string
  /** Empty for the null reverse-path. */
  readonly from: string
  readonly to: readonly string[]
  /** Lines end with CRLF; a missing last one is added. */
  readonly message: Uint8Array
  /** More parameters for MAIL, as written. SIZE, BODY and SMTPUTF8 are added where they help. */
  readonly parameters?: readonly string[]
  /** `lmtp`: LHLO, and a result for each recipient (RFC 2033). */
  readonly protocol?: 'smtp' | 'lmtp'
  /** Whether to use STARTTLS: never, where offered, or else send no mail. `off` by default. */
  readonly tls?: 'off' | 'opportunistic' | 'required'
  /** The TLS that is up from the start. */
  readonly secured?: Tls
  /** Who to log in as, where the server asks for it or offers it. */
  readonly login?: Credentials
  /** What to report, where the server offers DSN (RFC 3461). */
  readonly report?: Pick<MailParameters, 'ret' | 'envid'>
  /** The same for each of `to`. */
  readonly recipients?: readonly RcptParameters[]
  /** Only over TLS, and only to a server that promises the same (RFC 8689 §4.2.1). */
  readonly requireTls?: true
  /** What the message is made of, where that is more than lines of text (RFC 3030 §3). */
  readonly body?: 'BINARYMIME'
  /** Whether chunks are used where the server offers them; `data` by default. */
  readonly transfer?: 'data' | 'chunks'
  /** Octets in a chunk; `CHUNK` by default. */
  readonly chunkSize?: number
  /** Whether commands go out in groups where the server offers that (RFC 2920); they do by default. */
  readonly pipelining?: 'offered' | 'off'
}

/** A client's side of one connection, as a value. */
export type ClientSession = Talking | { readonly phase: 'closed' }

export interface Talking {
  readonly phase: 'talking'
  readonly job: ClientJob
  readonly stage: Stage
  readonly incoming: ReplyBuffer
  /** Keywords of the last answer to EHLO, in upper case, with what stood behind each. */
  readonly extensions: ReadonlyMap<string, string>
  readonly secured: boolean
  /** Recipients that had no RCPT yet: those of later transactions. */
  readonly waiting: readonly string[]
  /** MAIL commands that were sent. */
  readonly begun: number
  /** What earlier transactions came to. */
  readonly past: Progress
  /** The first tick after the server's last word, in milliseconds; unset until it comes. */
  readonly idleSince: number | undefined
}

/** The reply that the client waits for. `end`: that to the whole message. `quit`: it is done. */
export type Stage =
  | {
      readonly name:
        'greeting' | 'ehlo' | 'helo' | 'starttls' | 'securing' | 'between' | 'rset' | 'quit'
    }
  | { readonly name: 'auth'; readonly step: ClientStep }
  | ({ readonly name: 'mail' | 'rcpt' | 'data' | 'end' } & Transaction)
  /** `at`: which chunk waits for its answer. That to the last one is the `end`. */
  | ({ readonly name: 'chunk'; readonly at: number } & Transaction)
  /** LMTP: how many of the recipients that were accepted have their answer. */
  | ({ readonly name: 'each'; readonly kept: readonly string[] } & Transaction)
  /** The transaction has failed, and this many replies to what was sent ahead are still to come. */
  | ({ readonly name: 'rest'; readonly replies: number; readonly result: Result } & Transaction)

/** What one MAIL began. */
export interface Transaction extends Progress {
  readonly to: readonly string[]
  /** `ahead`: all commands up to the message were sent at once. */
  readonly order: 'one-by-one' | 'ahead'
}

export interface Progress {
  readonly accepted: readonly string[]
  readonly refused: readonly Refused[]
}

export interface Refused {
  readonly recipient: string
  readonly code: number
  readonly enhanced?: string
  /** The lines of the reply without codes, joined by line feeds. */
  readonly text: string
}

export type ClientInput =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  /** Time went by. `now` in milliseconds. */
  | { readonly type: 'tick'; readonly now: number }
  /** TLS is up, after the effect `startTls`. */
  | { readonly type: 'secured'; readonly tls: Tls }
  /** The server hung up. */
  | { readonly type: 'closed' }

export type ClientEffect =
  | { readonly type: 'send'; readonly bytes: Uint8Array }
  /** The next octets of both sides are a TLS handshake; the answer is the input `secured`. */
  | { readonly type: 'startTls' }
  | DoneEffect
  | { readonly type: 'close' }

/** How it ended; reported once, before QUIT. */
export interface DoneEffect extends Progress {
  readonly type: 'done'
  /** Recipients the server took the message for; none unless it was sent. */
  readonly accepted: readonly string[]
  /** Recipients it refused one by one. */
  readonly refused: readonly Refused[]
  /** Recipients of whom nothing is known: the session ended first. Another one may take them. */
  readonly left: readonly string[]
  /** Keywords of the last answer to EHLO. */
  readonly extensions: Talking['extensions']
  /** `deferred`: worth another try later. `failed`: not as it is. */
  readonly outcome: 'sent' | 'deferred' | 'failed'
  /** The reply that decided; absent where none did. */
  readonly reply?: Reply
  /** Why, where it was not a reply alone; one sentence without its full stop. */
  readonly reason?: string
  /** The enhanced status code of a reason that no server named (RFC 3463). */
  readonly status?: string
}

export interface ClientTurn {
  readonly session: ClientSession
  /** To be done in order. */
  readonly effects: readonly ClientEffect[]
}

/** What a transaction comes to. */
export type Result = Pick<DoneEffect, 'outcome' | 'reply' | 'reason' | 'status'>

export const deferred = (reply: Reply): Result => ({ outcome: 'deferred', reply })

export const nothing: Progress = { accepted: [], refused: [] }

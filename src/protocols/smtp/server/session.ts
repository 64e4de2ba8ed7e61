import type { Tls } from '../../../core/tls.ts'
import type * as shared from '../../shared/turn.ts'
import { emptyLine, type LineBuffer } from '../../shared/wire/lines.ts'
import { emptyRope, type Rope } from '../../shared/wire/rope.ts'
import type { SaslStep } from '../../sasl/exchange.ts'
import type { Effect } from './effects.ts'
import type { Sender, Recipient } from './envelope.ts'
import type { Account } from '../../sasl/account.ts'
import type { Personality } from '../personalities/personality.ts'
import type { Peer, SmtpHost } from './host.ts'
import type { HostMemory } from '../policies/memory.ts'
import type { Reply } from '../wire/reply.ts'
import { emptyData, type DataState } from '../wire/data.ts'

export type { SyntaxProblem } from '../../shared/syntax-problem.ts'
export type * from './effects.ts'
export type { Recipient, Sender, SmtpEnvelope } from './envelope.ts'

/**
 * A server's side of one connection, as a value. Its phase shows how far the dialogue has come, and
 * each phase has only the fields that mean something in it.
 */
export type SmtpSession =
  Connecting | CommandSession | Login | Securing | Data | Chunk | Skipping | Waiting | Closed

export type OpenSession = Exclude<SmtpSession, Closed>

/** A session in which the next line is a command. */
export type CommandSession = Connected | Greeted | Mail | Rcpt | Chunks

export type CommandPhase = CommandSession['phase']

export const commandPhases = ['connected', 'greeted', 'mail', 'rcpt', 'chunks'] as const

/** The session in one of the phases `Phase`. */
export type SessionIn<Phase extends CommandPhase> = Extract<CommandSession, { phase: Phase }>

/** What every open session has. */
export interface Open {
  readonly host: SmtpHost
  /** How it words its replies, and what it offers. */
  readonly personality: Personality
  readonly peer: Peer
  readonly memory: HostMemory
  /** Who has logged in. */
  readonly user: Account | undefined
  readonly counters: Counters
  readonly clock: Clock
  /** A chunk was refused, and with it the rest of its message (RFC 3030 §2). */
  readonly isPoisoned: boolean
}

/** The counters that the limits of the host apply to. */
export interface Counters {
  /** Refused commands since the start, or since the last accepted message. */
  readonly errors: number
  /** Commands without use since then. */
  readonly idle: number
  /** MAIL commands: those that were taken, or all of them. */
  readonly messages: number
  /** The same of RCPT, in this transaction. */
  readonly recipients: number
}

/** In milliseconds; unset until the first tick. */
export interface Clock {
  readonly now: number | undefined
  readonly openedAt: number | undefined
  /** The first tick after the client's last word. */
  readonly idleSince: number | undefined
}

interface Listening extends Open {
  /** A command line whose end has not arrived. */
  readonly line: LineBuffer
}

/** The greeting is held back for a while: who talks now is no mail server. */
export interface Connecting extends Open {
  readonly phase: 'connecting'
}

/** The greeting is sent; the client has not sent HELO or EHLO. */
export interface Connected extends Listening {
  readonly phase: 'connected'
}

/** No transaction is open. */
export interface Greeted extends Listening {
  readonly phase: 'greeted'
  readonly hello: Hello
}

/** MAIL was accepted. */
export interface Mail extends Listening {
  readonly phase: 'mail'
  readonly hello: Hello
  readonly sender: Sender
}

interface Addressed {
  readonly hello: Hello
  readonly sender: Sender
  readonly to: readonly Recipient[]
}

/** At least one recipient was accepted. */
export interface Rcpt extends Listening, Addressed {
  readonly phase: 'rcpt'
}

/** Chunks of the message have come, but not the last (RFC 3030 §2). */
export interface Chunks extends Listening, Addressed {
  readonly phase: 'chunks'
  readonly content: Rope
}

/** The next line belongs to a login (RFC 4954 §4). */
export interface Login extends Listening {
  readonly phase: 'login'
  readonly hello: Hello
  readonly challenge: Extract<SaslStep, { kind: 'challenge' }>
}

/** STARTTLS was answered: what comes before TLS is up is thrown away (RFC 3207 §6). */
export interface Securing extends Open {
  readonly phase: 'securing'
}

/** What comes in is the message. */
export interface Data extends Open, Addressed {
  readonly phase: 'data'
  readonly data: DataState
}

/** What comes in is a chunk of the message. */
export interface Chunk extends Open, Addressed {
  readonly phase: 'chunk'
  readonly content: Rope
  readonly chunk: ChunkFacts
  /** Octets of it that are still to come. */
  readonly left: number
}

export interface ChunkFacts {
  /** Octets. */
  readonly size: number
  readonly isLast: boolean
  /** What stood behind BDAT. */
  readonly argument: string
}

/** What comes in is a chunk that was refused: it is thrown away, then the reply is sent. */
export interface Skipping extends Open {
  readonly phase: 'skipping'
  readonly chunk: ChunkFacts
  readonly left: number
  readonly then: { readonly session: SmtpSession; readonly reply: Reply }
}

/** A message is being judged; what the client sends meanwhile is kept for afterwards. */
export interface Waiting extends Open {
  readonly phase: 'waiting'
  readonly hello: Hello
  readonly to: readonly Recipient[]
  /** The chunk that ended the message; unset after DATA. */
  readonly chunk: ChunkFacts | undefined
  /** Octets of the message. */
  readonly size: number
  readonly held: Rope
}

export interface Closed {
  readonly phase: 'closed'
}

export interface Hello {
  readonly verb: 'HELO' | 'EHLO' | 'LHLO'
  readonly name: string
}

export type SessionInput =
  | (shared.BytesInput & {
      /** When they came, in milliseconds; else it is the time of the last tick. */
      readonly now?: number
    })
  | ({ readonly type: 'verdict' } & Verdict)
  /** TLS is up: after the effect `startTls`, or at once on a port that begins with it. */
  | { readonly type: 'secured'; readonly tls: Tls }
  /** Time went by. `now` in milliseconds. */
  | { readonly type: 'tick'; readonly now: number }
  /** The client hung up. */
  | { readonly type: 'closed' }

/** What became of a delivery. The text of a refusal may have several lines, parted by line feeds. */
export type Verdict = OneVerdict | EachVerdict

/** The same for every recipient. */
export type OneVerdict =
  | { readonly accepted: true; readonly queueId: string }
  | {
      readonly accepted: false
      readonly code: number
      readonly enhanced: string
      readonly text: string
    }

/** One for each recipient, in the order of the envelope: LMTP sends them all (RFC 2033 §4.2). */
export interface EachVerdict {
  readonly accepted: 'each'
  readonly verdicts: readonly OneVerdict[]
}

/** What one input comes to. */
export type Turn = shared.Turn<SmtpSession, Effect>

/** What one command, or a stretch of a message, comes to. */
export type Handled = shared.Handled<SmtpSession, Effect>

const noCounts: Counters = { errors: 0, idle: 0, messages: 0, recipients: 0 }

// Each phase is made in one piece, field by field: several of these are made for every message, and
// to spread one object into another costs ten times as much.

export const toConnecting = (
  host: SmtpHost,
  personality: Personality,
  peer: Peer,
  memory: HostMemory,
  now: number | undefined,
): Connecting => ({
  host,
  personality,
  peer,
  memory,
  user: undefined,
  counters: noCounts,
  clock: { now, openedAt: now, idleSince: undefined },
  isPoisoned: false,
  phase: 'connecting',
})

// Each phase is one literal that names its fields: with spreads of the session before, the engine
// takes two to four times as long for a message.
export const toConnected = (session: Open): Connected => ({
  host: session.host,
  personality: session.personality,
  peer: session.peer,
  memory: session.memory,
  user: session.user,
  counters: session.counters,
  clock: session.clock,
  isPoisoned: session.isPoisoned,
  phase: 'connected',
  line: emptyLine,
})

/** Nothing that was sent before counts any more (RFC 3207 §4.2). */
export const toSecured = (session: Open, tls: Tls): Connected => ({
  ...toConnected(session),
  peer: { ...session.peer, tls },
  user: undefined,
  isPoisoned: false,
})

export const toSecuring = (session: Open): Securing => ({
  host: session.host,
  personality: session.personality,
  peer: session.peer,
  memory: session.memory,
  user: session.user,
  counters: session.counters,
  clock: session.clock,
  isPoisoned: session.isPoisoned,
  phase: 'securing',
})

/** Any transaction is forgotten. */
export const toGreeted = (session: Open, hello: Hello, counters = session.counters): Greeted => ({
  host: session.host,
  personality: session.personality,
  peer: session.peer,
  memory: session.memory,
  user: session.user,
  counters: counters,
  clock: session.clock,
  isPoisoned: session.isPoisoned,
  phase: 'greeted',
  line: emptyLine,
  hello,
})

export const toLogin = (session: Greeted | Login, challenge: Login['challenge']): Login => ({
  host: session.host,
  personality: session.personality,
  peer: session.peer,
  memory: session.memory,
  user: session.user,
  counters: session.counters,
  clock: session.clock,
  isPoisoned: session.isPoisoned,
  phase: 'login',
  line: emptyLine,
  hello: session.hello,
  challenge,
})

/** @param counters With this message, if it counts. */
export const toMail = (session: Greeted, sender: Sender, counters: Counters): Mail => ({
  host: session.host,
  personality: session.personality,
  peer: session.peer,
  memory: session.memory,
  user: session.user,
  counters: { ...counters, recipients: 0 },
  clock: session.clock,
  isPoisoned: session.isPoisoned,
  phase: 'mail',
  line: emptyLine,
  hello: session.hello,
  sender,
})

/** @param counters With this recipient, if it counts. */
export const toRcpt = (
  session: Mail | Rcpt,
  to: readonly Recipient[],
  counters: Counters,
): Rcpt => ({
  host: session.host,
  personality: session.personality,
  peer: session.peer,
  memory: session.memory,
  user: session.user,
  counters,
  clock: session.clock,
  isPoisoned: session.isPoisoned,
  phase: 'rcpt',
  line: emptyLine,
  hello: session.hello,
  sender: session.sender,
  to,
})

/** @param data What has come of the message so far. */
export const toData = (session: Rcpt | Data, data = emptyData): Data => ({
  host: session.host,
  personality: session.personality,
  peer: session.peer,
  memory: session.memory,
  user: session.user,
  counters: session.counters,
  clock: session.clock,
  isPoisoned: session.isPoisoned,
  phase: 'data',
  hello: session.hello,
  sender: session.sender,
  to: session.to,
  data,
})

const addressed = (session: Open & Addressed): Open & Addressed => ({
  host: session.host,
  personality: session.personality,
  peer: session.peer,
  memory: session.memory,
  user: session.user,
  counters: session.counters,
  clock: session.clock,
  isPoisoned: session.isPoisoned,
  hello: session.hello,
  sender: session.sender,
  to: session.to,
})

export const toChunk = (session: Rcpt | Chunks, chunk: ChunkFacts): Chunk => ({
  ...addressed(session),
  phase: 'chunk',
  content: session.phase === 'chunks' ? session.content : emptyRope,
  chunk,
  left: chunk.size,
})

export const toChunks = (session: Chunk): Chunks => ({
  ...addressed(session),
  line: emptyLine,
  phase: 'chunks',
  content: session.content,
})

/** @param then What is sent once the chunk has been thrown away, and how it goes on. */
export const toSkipping = (session: Open, chunk: ChunkFacts, then: Skipping['then']): Skipping => ({
  host: session.host,
  personality: session.personality,
  peer: session.peer,
  memory: session.memory,
  user: session.user,
  counters: session.counters,
  clock: session.clock,
  isPoisoned: session.isPoisoned,
  phase: 'skipping',
  chunk,
  left: chunk.size,
  then,
})

export const toWaiting = (session: Data | Chunk): Waiting => ({
  host: session.host,
  personality: session.personality,
  peer: session.peer,
  memory: session.memory,
  user: session.user,
  counters: session.counters,
  clock: session.clock,
  isPoisoned: session.isPoisoned,
  phase: 'waiting',
  hello: session.hello,
  to: session.to,
  chunk: session.phase === 'chunk' ? session.chunk : undefined,
  size: session.phase === 'chunk' ? session.content.length : session.data.size,
  held: emptyRope,
})

export const closed: Closed = { phase: 'closed' }

/** The same session without its transaction (RFC 5321 §4.1.1.5). */
export const withoutTransaction = (session: CommandSession): Connected | Greeted =>
  session.phase === 'connected'
    ? { ...session, isPoisoned: false }
    : toGreeted({ ...session, isPoisoned: false }, session.hello)

import type { Span } from '../../core/span.ts'
import type { Section } from '../../core/section.ts'
import type { SpokenProtocol } from '../../core/text/line-mark.ts'
import type { WireCard } from '../views/wire-word.ts'
import type { TranscriptProblem } from './written-line.ts'

/** A transcript, read and explained line by line: what a player shows. */
export interface PlayedTranscript {
  readonly connections: readonly PlayedConnection[]
  readonly steps: readonly TranscriptStep[]
  readonly problems: readonly TranscriptProblem[]
}

export interface PlayedConnection {
  /** Empty where the transcript names none. */
  readonly name: string
  /** Undefined where no line shows it: then its lines are not explained. */
  readonly protocol?: SpokenProtocol
  /** The states of a session of it, in a row, as a session passes them. */
  readonly stations: readonly string[]
}

export interface TranscriptStep {
  readonly kind: 'client' | 'server' | 'note' | 'gap' | 'heading'
  /** Its place among the connections; -1 where it belongs to none. */
  readonly connection: number
  readonly text: string
  /** In the text of the transcript. */
  readonly span: Span
  readonly role?: LineRole
  /** How far the session is: before a command, and after a reply. */
  readonly phase?: string
  /** The phase's place among the stations; -1 where it is none of them. */
  readonly station?: number
  /** What it is: a command, a code, a field. */
  readonly card?: WireCard
  /** What else is in the line: an enhanced code, what stands in brackets. */
  readonly detail?: WireCard
  readonly oddity?: Oddity
}

/**
 * What a line is to its protocol. `answer`: what a login asked for, or the end of an IDLE. `message`:
 * a line of a message, or of a chunk. `end`: the lone dot. `literal`: octets of an announced length.
 * `reply`: the last line of an answer, `more`: one before it. `go-on`: the server waits for more.
 * `data`: what the server brings.
 */
export type LineRole =
  | 'command'
  | 'answer'
  | 'message'
  | 'end'
  | 'literal'
  | 'greeting'
  | 'reply'
  | 'more'
  | 'go-on'
  | 'data'

/** A line that its protocol does not allow there, or not in this form. */
export interface Oddity {
  readonly kind: OddityKind
  /** What a server that follows the RFC replies. */
  readonly says?: string
  /** The part of the text of the line that it is about. */
  readonly at?: Span
  /** The commands that are allowed in its place. */
  readonly allowed: readonly string[]
  /** Whether the server of the transcript took it all the same. */
  readonly wasTaken: boolean
  readonly source?: Section
}

/**
 * Of commands: `out-of-place`, `syntax`, `unknown`. Of answers: `no-code`, where its form is none;
 * `other-code`, where it answers no such command; `unasked`, where no command waits for it;
 * `mixed-codes`, where one answer has two.
 */
export type OddityKind =
  'out-of-place' | 'syntax' | 'unknown' | 'no-code' | 'other-code' | 'unasked' | 'mixed-codes'

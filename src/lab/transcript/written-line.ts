import type { Span } from '../../core/span.ts'

/** A line as somebody wrote it into a transcript, before its protocol is known. */
export interface WrittenLine {
  readonly who: Writer
  /** What stands behind the mark. */
  readonly text: string
  /** Of the text behind the mark, with all lines that go on with it. */
  readonly span: Span
  /** The name of its connection; empty where the transcript names none. */
  readonly connection: string
  /** Lines without a mark below it: the rest of a long line, or lines of their own. */
  readonly more: readonly MoreText[]
}

export interface MoreText {
  readonly text: string
  readonly span: Span
}

/**
 * `client`, `server`: what went over the wire. `note`: a remark of the writer. `gap`: something is
 * left out here. `heading`: another connection begins, and the text is its name.
 */
export type Writer = 'client' | 'server' | 'note' | 'gap' | 'heading'

/** What could not be read as it is meant, and where. */
export interface TranscriptProblem {
  /** In the text of the transcript. */
  readonly span: Span
  readonly kind: ProblemKind
}

/**
 * `no-mark`: it has no speaker. `too-long`, `too-many-lines`, `too-many-connections`: what is
 * beyond a limit is left out. `no-protocol`: no line shows what is spoken. `no-line`: no line
 * has a speaker.
 */
export type ProblemKind =
  'no-mark' | 'too-long' | 'too-many-lines' | 'too-many-connections' | 'no-protocol' | 'no-line'

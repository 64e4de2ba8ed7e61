import type { RecordedPlay } from '../record/record.ts'

/**
 * What a learner hands in, `ann.helo.json`: a record of completion with one play in it, and before it, for who
 * looks into the file, what is in the record. What counts is the record.
 */
export interface Submission extends SubmissionHead {
  readonly kind: typeof SUBMISSION
  readonly v: 1
  /** The record's text: its digest and its code. */
  readonly record: string
}

/** What can be read of a submission without unpacking it. */
export interface SubmissionHead {
  /** Whose it is, as they say. */
  readonly name: string
  /** The slug of the lesson. */
  readonly lesson: string
  readonly edition: number
  /** The variant that was played; the lesson itself if absent. */
  readonly variant?: string
  /** When it was made, as an ISO date by their clock. */
  readonly made: string
}

export const SUBMISSION = 'helo-world/submission'

/** The end of a submission's file name. */
export const SUBMISSION_FILE = '.helo.json'

/** What is graded: of a submission the one play, of a record of completion each. */
export interface HandedIn {
  /** Whose it is, as they say. */
  readonly name: string
  /** As an ISO date by their clock. */
  readonly made: string
  readonly plays: readonly RecordedPlay[]
  /** What stands before the record of a submission; absent for a record that came alone. */
  readonly head?: SubmissionHead
}

/** Why a text is no submission. */
export interface SubmissionFault {
  readonly ok: false
  /** `damaged`: its digest is of another record. `unread`: it is none, or was cut off. */
  readonly fault: 'unread' | 'damaged'
  /** A sentence. */
  readonly reason: string
  /** Where, from 1. */
  readonly line?: number
}

export type SubmissionReading = { readonly ok: true; readonly handedIn: HandedIn } | SubmissionFault

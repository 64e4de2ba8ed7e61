import type { RecordProblem, Term } from '../record.ts'

/** A term, and what is wrong with it. */
export interface TermReading {
  readonly term: Term
  readonly problems: readonly RecordProblem[]
}

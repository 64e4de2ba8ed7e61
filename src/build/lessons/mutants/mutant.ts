import type { Span } from '../../../core/span.ts'
import type { Deed } from '../files/play.ts'
import type { Cause } from './causes.ts'

/** A solution with one small mistake in it. */
export interface Mutant {
  readonly cause: Cause
  /** The mistake for a report: ``line 9: `QUIT` → `QIUT` ``. */
  readonly what: string
  readonly moves: readonly MutantMove[]
  /** The first of them that is not the solution's. */
  readonly at: number
  /** The verb that a mistyped one was meant for. */
  readonly meant?: string
  /** Where a zone or settings were changed, in the new text. */
  readonly touched?: Touched
}

export interface MutantMove {
  readonly deed: Deed
  /** The deed of the solution whose replies it should get; none where it was put in. */
  readonly like?: number
  /** The deed of the solution after which all should stand as it does now. */
  readonly after?: number
}

export interface Touched {
  /** `example.org.zone`, or the settings of a host, as findings name it. */
  readonly file: string
  /** What was changed, and what borders on it. */
  readonly span: Span
  /** The record that holds it. */
  readonly record: Span
}

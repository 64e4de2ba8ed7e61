import type { Place, Span } from '../../core/span.ts'
import type { Step } from '../../core/trace.ts'

/** The results of RFC 7208 §2.6. */
export type SpfResult =
  'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror'

/** The SPF result for one client and one identity, with its reason. */
export interface SpfVerdict {
  readonly result: SpfResult
  /** `helo` where the reverse-path was null, or where the HELO name itself was checked. */
  readonly identity: 'mailfrom' | 'helo'
  /** The domain whose record was asked first; empty if the identity names none. */
  readonly domain: string
  /** The term that gave the result, or broke. Unset where no term did: no record, the default. */
  readonly decidedBy?: Decision | undefined
  /** The domain's own words for a `fail` (§6.2). */
  readonly explanation?: string | undefined
  /** Terms that cost a DNS lookup, of ten (§4.6.4). */
  readonly lookups: number
  /** DNS questions without an answer, of two (§4.6.4). */
  readonly voids: number
  /** One sentence: which term of which record decided, and why. Backticks mark code. */
  readonly reason: string
  readonly trace: Step
}

/** A term, where it stands and whose it is. */
export interface Decision {
  /** As written, with its qualifier. */
  readonly text: string
  /** In its record's text. */
  readonly span: Span
  /** In the zone file, where the record came from one. */
  readonly place?: Place | undefined
  /** The domain whose record it stands in. */
  readonly domain: string
  /** For an `include`: the term of the included record that matched or broke. */
  readonly through?: Decision | undefined
}

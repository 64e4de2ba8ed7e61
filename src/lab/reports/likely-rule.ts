import type { Evidence, OwnKey } from './evidence.ts'
import type { OwnDomains } from './own-domains.ts'
import type { MatchedTerm, OwnZone } from './own-zone.ts'
import type { Certainty, SenderKind } from './types.ts'

/** What an address likely is, and why. */
export interface Judgement {
  readonly kind: SenderKind
  readonly certainty: Certainty
  /** The organization of a vendor, a forwarder or a list. */
  readonly who?: string
  /** The term of SPF that names the address. */
  readonly term?: MatchedTerm
  /** A key that messages are signed with, and which is not published or does not fit. */
  readonly badKey?: OwnKey & { readonly isAbsent: boolean }
  readonly reason: string
}

/** What is known of all addresses together. */
export interface Known {
  readonly own: OwnDomains
  readonly zone?: OwnZone
  /** Keys whose signatures pass from addresses of yours, `selector@domain`, and from any. */
  readonly keysAtHome: ReadonlyMap<string, ReadonlySet<string>>
  readonly passingKeys: ReadonlySet<string>
  /** Networks around addresses of yours. */
  readonly networks: ReadonlySet<string>
  /** Organizations that send for you, by the zone or by other addresses. */
  readonly vendors: ReadonlySet<string>
}

/** A rule: a question that is asked of an address. What decides has a judgement. */
export interface LikelyRule {
  readonly asked: string
  decide(evidence: Evidence, known: Known): Decided | string
}

export interface Decided {
  readonly answer: string
  readonly judgement: Omit<Judgement, 'reason'> & { readonly reason?: string }
}

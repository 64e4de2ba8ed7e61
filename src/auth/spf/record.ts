import type { Span } from '../../core/span.ts'
import type { MacroString } from './macro.ts'
import type { Problem } from './problem.ts'

/** An SPF record as a tree (RFC 7208 §12). Every span counts in `text`. */
export interface SpfRecord {
  readonly text: string
  /** The first word, whatever it is; `v=spf1` in a record that SPF reads. */
  readonly version: Span
  /** In the order written, also those that break the record. */
  readonly terms: readonly Term[]
  /** What breaks the record: one is enough for permerror (§4.6). In the order written. */
  readonly problems: readonly RecordProblem[]
}

export interface RecordProblem extends Problem {
  /** The term that it stands in, if it stands in one. */
  readonly term?: Term
}

export type Term = Mechanism | Modifier | UnknownTerm

interface TermHead {
  readonly span: Span
  /** As written. */
  readonly text: string
  /** In lower case (§4.6.1: names are case-insensitive). */
  readonly name: string
  readonly nameSpan: Span
}

export type MechanismName = 'all' | 'include' | 'a' | 'mx' | 'ptr' | 'ip4' | 'ip6' | 'exists'

export type Qualifier = '+' | '-' | '~' | '?'

/** A test for the client's address, and the result if it matches. */
export interface Mechanism extends TermHead {
  readonly kind: 'mechanism'
  readonly name: MechanismName
  /** `+` where none is written (§4.6.2). */
  readonly qualifier: Qualifier
  /** Set where the qualifier is written. */
  readonly qualifierSpan?: Span
  /** The domain-spec behind the colon. */
  readonly domain?: MacroString
  /** The network of `ip4` and `ip6`. */
  readonly network?: Network
  readonly cidr4?: Prefix
  readonly cidr6?: Prefix
}

/** `redirect`, `exp`, or one that SPF does not know and ignores (§6). */
export interface Modifier extends TermHead {
  readonly kind: 'modifier'
  readonly value: MacroString
}

/** A word that is neither. */
export interface UnknownTerm extends TermHead {
  readonly kind: 'unknown'
}

export interface Network {
  readonly span: Span
  readonly text: string
  /** Unset where it is no address of the mechanism's family. */
  readonly octets?: Uint8Array
}

export interface Prefix {
  /** With its slash or slashes. */
  readonly span: Span
  /** Unset where it is no length of the family. */
  readonly bits?: number
}

export const mechanismsOf = ({ terms }: SpfRecord): Mechanism[] =>
  terms.filter((term) => term.kind === 'mechanism')

/** The first modifier of the name. */
export const modifierOf = ({ terms }: SpfRecord, name: string): Modifier | undefined =>
  terms.find((term): term is Modifier => term.kind === 'modifier' && term.name === name)

/** Whether the text is an SPF record by its first word (§4.5), broken or not. */
export const isSpfText = (text: string): boolean => /^v=spf1(?: |$)/i.test(text)

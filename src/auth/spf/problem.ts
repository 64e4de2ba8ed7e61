import type { Span } from '../../core/span.ts'

/**
 * What breaks a record: against the grammar of RFC 7208 §12, or the limits that its prose sets.
 * Each kind has one lint rule that states its fix.
 */
export interface Problem {
  readonly kind: ProblemKind
  readonly span: Span
  /** What is wrong, as a sentence without its full stop. Backticks mark code. */
  readonly message: string
}

export type ProblemKind =
  | 'version'
  | 'character'
  | 'separator'
  | 'lone-qualifier'
  | 'double-qualifier'
  | 'bare-address'
  | 'modifier-colon'
  | 'unknown-mechanism'
  | 'modifier-name'
  | 'repeated-modifier'
  | 'all-argument'
  | 'missing-domain'
  | 'empty-domain'
  | 'domain-address'
  | 'single-label'
  | 'domain-end'
  | 'missing-network'
  | 'bad-network'
  | 'swapped-family'
  | 'port'
  | 'prefix-length'
  | 'dual-prefix'
  | 'stray-prefix'
  | MacroProblemKind

export type MacroProblemKind =
  | 'stray-percent'
  | 'macro-form'
  | 'macro-letter'
  | 'macro-digits'
  | 'macro-delimiter'
  | 'explanation-only'

export const problem = (kind: ProblemKind, span: Span, message: string): Problem => ({
  kind,
  span,
  message,
})

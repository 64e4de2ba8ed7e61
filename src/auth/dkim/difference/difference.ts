import type { Span } from '../../../core/span.ts'

/** What happened between signing and receiving, as far as the octets show. */
export type DifferenceKind =
  | 'footer-added'
  | 'text-before'
  | 'cut-off'
  | 'trailing-space'
  | 'white-space'
  | 'line-ends'
  | 're-wrapped'
  | 'dot-stuffing'
  | 'from-escaped'
  | 're-encoded'
  | 'charset'
  | 'part-removed'
  | 'part-added'
  | 'link-rewritten'
  | 'subject-prefix'
  | 'subject-suffix'
  | 're-folded'
  | 'name-case'
  | 'field-removed'
  | 'field-added'
  | 'field-changed'
  | 'changed'

/** Where a message is first other than it was when it was signed. */
export interface Difference {
  readonly kind: DifferenceKind
  readonly where: 'body' | 'header'
  /** The field's name, in lower case. */
  readonly field?: string
  /** The first differing octet of what is hashed: of the canonical body, or of the canonical field. */
  readonly canonical: number
  /**
   * From the first to the last difference, in the octets of each message. Empty where nothing stands
   * there in one of them; for a field that is missing, the end of the header.
   */
  readonly original: Span
  readonly received: Span
  /** One sentence for a person. Backticks mark code. */
  readonly text: string
}

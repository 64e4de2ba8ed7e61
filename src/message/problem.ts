import type { Section } from '../core/section.ts'
import type { Span } from '../core/span.ts'

/** Something in a message that its format does not provide for. Spans count octets. */
export interface MessageProblem {
  /** `message/no-colon`: stable. */
  readonly code: string
  readonly span: Span
  /** One sentence: what stands there and what was made of it. */
  readonly message: string
  readonly source: Section
}

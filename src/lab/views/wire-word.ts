import type { SpokenProtocol } from '../../core/text/line-mark.ts'
import type { Section } from '../../core/section.ts'

/** A word of the wire: a code, a verb, a capability. */
export interface WireWord {
  readonly kind: 'code' | 'verb' | 'capability'
  /** `250`, `5.1.1`, `MAIL FROM`, `SIZE`, `NO`. */
  readonly text: string
  readonly protocol: SpokenProtocol
}

/** What the card of a word shows. Texts may have backticks. */
export interface WireCard {
  readonly title: string
  readonly meaning: string
  /** Its parts: the digits of a code. */
  readonly parts: readonly (readonly [part: string, meaning: string])[]
  /** How a command is written. */
  readonly syntax?: string
  /** What to do about it. */
  readonly next?: string
  readonly source?: Section
}

import type { Section } from '../../core/section.ts'

/** A word of the field that lessons use, as the glossary explains it. */
export interface Term {
  /** Its anchor in the glossary: `reply-code`; stable. */
  readonly id: string
  /** As it stands in a sentence: `reply code`. */
  readonly name: string
  /** Other spellings and forms that mean the same. A plural with `s` is known without. */
  readonly also?: readonly string[]
  /** One or two plain sentences. Backticks mark code. */
  readonly text: string
  /** Where it is written down, if an RFC defines it. */
  readonly source?: Section
  /** Ids of terms to read next. */
  readonly related?: readonly string[]
  /** Slug of the lesson that teaches it. */
  readonly lesson?: string
  /** Also an everyday word: it is in the glossary, and is not marked in a lesson's prose. */
  readonly everyday?: true
}

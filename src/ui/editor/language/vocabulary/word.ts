import type { Section } from '../../../../core/section.ts'

/** One word of a language that the editor knows: what it means and how it is written. */
export interface Word {
  /** A sentence or two. Backticks mark code. */
  readonly meaning: string
  readonly syntax: string
  readonly source: Section
}

/** A tag of a tag list, and what may stand behind its `=`. */
export interface TagWord extends Word {
  readonly values?: readonly (readonly [value: string, meaning: string])[]
  /** Whether nobody reads it any more: it is explained, but not offered. */
  readonly gone?: true
}

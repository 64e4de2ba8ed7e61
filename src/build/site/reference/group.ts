import type { Section } from '../../../core/section.ts'

/** Entries of one subject on a page to look things up in. */
export interface ReferenceGroup {
  /** Its anchor. */
  readonly id: string
  readonly title: string
  /** A sentence or two before the entries. Backticks mark code. */
  readonly about?: string
  readonly entries: readonly ReferenceEntry[]
}

export interface ReferenceEntry {
  /** Its anchor; unique on its page. */
  readonly id: string
  readonly name: string
  /** `code`: what is typed or sent; a term is a word. */
  readonly look: 'code' | 'term'
  /** Other forms that somebody may look for. */
  readonly also?: readonly string[]
  /** How it is written, where it is a command. */
  readonly syntax?: string
  /** Backticks mark code. */
  readonly text: string
  /** What a client does about it. */
  readonly next?: string
  readonly source?: Section
  /** Entries of the same page to read next. */
  readonly related?: readonly ReferenceLink[]
  /** The lesson that teaches it. */
  readonly lesson?: ReferenceLink
}

export interface ReferenceLink {
  /** From the page. */
  readonly href: string
  readonly text: string
  /** Of its text, where that is not the page’s own. */
  readonly language?: string
}

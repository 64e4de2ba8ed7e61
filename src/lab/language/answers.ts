import type { Section } from '../../core/section.ts'
import type { Span } from '../../core/span.ts'

/** What a person wants to know about a place: plain sentences, backticks around code. */
export interface Hover {
  readonly span: Span
  readonly title: string
  readonly lines: readonly string[]
  readonly source?: Section
}

/** What may be written at a place. */
export interface Completions {
  /** The stretch that a chosen item replaces: what is typed of the word. */
  readonly from: number
  readonly to: number
  readonly items: readonly CompletionItem[]
}

export interface CompletionItem {
  readonly label: string
  readonly insert: string
  /** A few words beside the label: how it is written, where it leads. */
  readonly detail: string
  /** A sentence. Backticks mark code. */
  readonly documentation: string
}

export const item = (
  label: string,
  insert: string,
  detail: string,
  documentation: string,
): CompletionItem => ({ label, insert, detail, documentation })

export const offer = ({ from, to }: Span, items: readonly CompletionItem[]): Completions => ({
  from,
  to,
  items,
})

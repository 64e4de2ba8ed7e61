import type { Section } from './section.ts'
import type { Place, Span } from './span.ts'

export type Severity = 'error' | 'warning' | 'info' | 'hint'

/** What was found in a source, where, and how to fix it: one value behind every view of it. */
export interface Diagnostic {
  /** `spf/terms-after-all`: the rule's name, stable. */
  readonly code: string
  /** Which of the rule's messages this is, stable; the rule's name where it has only one. */
  readonly messageId: string
  readonly severity: Severity
  /** The source it is in: a zone's file name. */
  readonly file: string
  readonly span: Span
  /** What happened, and why it matters. Backticks mark code. */
  readonly message: string
  readonly source: Section
  /** The rule's reason, the same for each finding. */
  readonly why: string
  readonly related: readonly Related[]
  readonly fixes: readonly Fix[]
  /** Set where the source is a message: its text has a unit, and its spans a position, an octet. */
  readonly inOctets?: true
}

/** Another place that has to do with it: for example, the first of two records. */
export interface Related extends Place {
  readonly message: string
}

/** One way to fix it; all edits are made together, against the text the diagnostic was found in. */
export interface Fix {
  /** What it does, in the imperative: ``Move `-all` to the end``. */
  readonly title: string
  readonly edits: readonly TextEdit[]
}

/** Replaces `span` by `text`; an empty span inserts. `file` is the diagnostic's own by default. */
export interface TextEdit {
  readonly span: Span
  readonly text: string
  readonly file?: string
}

/** A fix of one edit. */
export const fix = (title: string, where: Span, text: string): Fix => ({
  title,
  edits: [{ span: where, text }],
})

/** Applies edits that do not overlap to the text they were made for. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const inOrder = [...edits].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
  const parts: string[] = []
  let at = 0
  for (const { span, text: written } of inOrder) {
    parts.push(text.slice(at, span.from), written)
    at = span.to
  }
  return [...parts, text.slice(at)].join('')
}

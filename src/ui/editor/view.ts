import type { Diagnostic, TextEdit } from '../../core/diagnostic.ts'
import type { Span } from '../../core/span.ts'
import type { Ask } from '../../lab/questions/index.ts'

/** What both editors can do: the textarea that is there at once, and Monaco that takes over. */
export interface EditorView {
  /** Replaces the whole text, as after a reset or another zone's fix. */
  setText(text: string): void
  /** Edits as the learner would: undo takes them back. */
  edit(edits: readonly TextEdit[]): void
  /** @param diagnostics Found in the text as it stands; undefined while it is judged anew. */
  setDiagnostics(diagnostics: readonly Diagnostic[] | undefined): void
  /** Shows a stretch, selects it and puts the caret there. */
  reveal(span: Span): void
  readonly posture: Posture
  dispose(): void
}

/** Where the learner is in the text; kept when one editor replaces the other. */
export interface Posture {
  readonly selection: Span
  readonly focused: boolean
  /** The first visible line, from 0, with its fraction. */
  readonly topLine: number
}

export interface EditorOptions {
  readonly origin: string
  readonly text: string
  readonly label: string
  readonly readOnly: boolean
  /** Asks the lab what a word means, and what may be written. */
  readonly ask: Ask
  changed(text: string): void
}

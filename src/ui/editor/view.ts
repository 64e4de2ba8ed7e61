import type { Diagnostic, TextEdit } from '../../core/diagnostic.ts'
import type { Span } from '../../core/span.ts'
import type { DeskDocument } from '../../lab/desk-documents.ts'
import type { Ask } from '../../lab/questions/index.ts'
import type { LineFinding } from './line-findings.ts'

/** What both editors can do: the textarea that is there at once, and Monaco that takes over. */
export interface EditorView {
  /** Replaces the whole text, as after a reset or another zone's fix. */
  setText(text: string): void
  /** Edits as the learner would: undo takes them back. */
  edit(edits: readonly TextEdit[]): void
  /** Takes the last edit back. */
  undo(): void
  /** @param diagnostics Found in the text as it stands; undefined while it is judged anew. */
  setDiagnostics(diagnostics: readonly Diagnostic[] | undefined): void
  /** Marks lines: a sign in place of their numbers. */
  setSigns(findings: readonly LineFinding[]): void
  /** Shows a stretch, selects it and puts the caret there. */
  reveal(span: Span): void
  /** Puts a row of the page below a line; where it cannot, the page shows findings elsewhere. */
  readonly placeBelow?: (row: HTMLElement, line: number) => () => void
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
  /** What its text is kept by: a zone's origin, or another document's file. */
  readonly key: string
  readonly kind: DeskDocument['kind']
  /** What it is about: an origin, a host. */
  readonly origin: string
  readonly text: string
  readonly label: string
  readonly readOnly: boolean
  /** Asks the lab what a word means, and what may be written. */
  readonly ask: Ask
  changed(text: string): void
  /** The caret is at another place, or the field was just opened. */
  moved(at: number): void
  /** The key that goes to the next finding, or to the one before, was pressed. */
  goOn(step: 1 | -1): void
  /** The key for a fix was pressed, in a line that counts from 1. */
  fixHere(line: number): void
}

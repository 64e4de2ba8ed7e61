/** The line being typed. A value: each key gives the next one. */
export interface Line {
  readonly text: string
  /** UTF-16 units before the cursor. */
  readonly cursor: number
  /** Lines to go back to, oldest first. */
  readonly history: readonly string[]
  /** Which of them is shown, and the unfinished line to come back to. */
  readonly recalled?: { readonly index: number; readonly unfinished: string } | undefined
  /** Set while Ctrl-R looks through the history. */
  readonly search?: Search | undefined
  /** What was cut last, for Ctrl-Y. */
  readonly cut: string
}

export interface Search {
  readonly query: string
  /** The line of the history that is shown; its length where none is. */
  readonly index: number
  /** To come back to where the search is given up. */
  readonly unfinished: string
}

export type LineAction =
  | { readonly kind: 'enter'; readonly text: string }
  | { readonly kind: 'interrupt' }
  /** Ctrl-D on an empty line. */
  | { readonly kind: 'eof' }
  | { readonly kind: 'complete' }
  | { readonly kind: 'clear' }
  /** The line holds `MAX_LINE` units; `rest` did not fit any more. */
  | { readonly kind: 'full'; readonly rest: string }
  /** A key that the editor has no use for. */
  | { readonly kind: 'other'; readonly name: string }

export interface Edited {
  readonly line: Line
  readonly action?: LineAction
}

/** UTF-16 units a line may have: 16 times what Linux lets a terminal line hold (N_TTY, 4096). */
export const MAX_LINE = 65_536

export const emptyLine = (history: readonly string[] = []): Line => ({
  text: '',
  cursor: 0,
  history,
  cut: '',
})

/** Replaces a stretch of the line, as completion does; the cursor goes behind it. */
export function replaceInLine(line: Line, from: number, to: number, text: string): Line {
  return {
    ...line,
    text: line.text.slice(0, from) + text + line.text.slice(to),
    cursor: from + text.length,
  }
}

import type { Span } from '../../core/span.ts'

/** A word as a program gets it: without its quotes, with the span that it has in the typed line. */
export interface Word {
  readonly text: string
  readonly span: Span
}

/** A piece of a word as it was written. What is quoted is neither split nor taken for a pattern. */
export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'variable'; readonly name: string; readonly quoted: boolean }

/** A word before its variables and patterns are filled in. */
export interface RawWord {
  readonly parts: readonly Part[]
  readonly span: Span
}

/** `< file`, `> file`, `>> file`, `2> file`, `2>&1`, `&> file`. */
export interface Redirect {
  readonly from: 'input' | 'output' | 'errors' | 'both'
  readonly how: 'read' | 'replace' | 'append' | 'join'
  /** Absent for `2>&1` and `>&2`, which join one stream to the other. */
  readonly file?: RawWord
  readonly span: Span
}

export interface Assignment {
  readonly name: string
  readonly value: RawWord
}

/** One program with its words. */
export interface SimpleCommand {
  readonly assignments: readonly Assignment[]
  readonly words: readonly RawWord[]
  readonly redirects: readonly Redirect[]
  readonly span: Span
}

/** Programs side by side: what one prints, the next one reads. */
export interface Pipeline {
  /** `success` behind `&&`, `failure` behind `||`. */
  readonly when: 'always' | 'success' | 'failure'
  readonly commands: readonly SimpleCommand[]
}

export interface CommandLine {
  readonly pipelines: readonly Pipeline[]
  /** With one, nothing of the line is run. */
  readonly problem?: LineProblem
}

/** What keeps a line from being run: where, and what to do about it. Backticks mark code. */
export interface LineProblem {
  readonly span: Span
  readonly message: string
}

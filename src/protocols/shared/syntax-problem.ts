import type { Span } from '../../core/span.ts'

/** What is wrong with a command line, and where. */
export interface SyntaxProblem {
  /** In the text that was read: a parser's input, or the command line as typed. */
  readonly span: Span
  /** One sentence without its full stop. Backticks mark code. */
  readonly message: string
}

import type { Section } from '../../core/section.ts'

/** What can be said about a command: in HELP, in replies, and in hints at the prompt. */
export interface CommandFacts {
  /** In upper case. */
  readonly verb: string
  /** How to write it, as its RFC has it. */
  readonly syntax: string
  /** What it does, in one line without its full stop. */
  readonly about: string
  readonly source: Section
}

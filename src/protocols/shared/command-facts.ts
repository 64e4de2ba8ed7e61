import type { Section } from '../../core/section.ts'

/** The facts about a command that HELP, replies, and hints at the prompt show. */
export interface CommandFacts {
  /** In upper case. */
  readonly verb: string
  /** How to write it, as its RFC has it. */
  readonly syntax: string
  /** What it does, in one line without its full stop. */
  readonly about: string
  readonly source: Section
}

import type { Section } from '../../core/section.ts'

/** What can be said about a command: in replies, in man pages, in hints at the prompt. */
export interface CommandFacts {
  /** In upper case; `UID FETCH` with one space. */
  readonly verb: string
  /** How to write it, without the tag. */
  readonly syntax: string
  /** What it does, in one line without its full stop. */
  readonly about: string
  readonly source: Section
}

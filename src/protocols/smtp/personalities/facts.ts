import type { CommandFacts } from '../../shared/command-facts.ts'

/** Facts that a server knows when it words a reply. */

export type Nothing = Record<never, never>

export interface Here {
  /** The server's name. */
  readonly host: string
}

export interface Typed {
  /** What was typed, as far as it matters here. */
  readonly typed: string
}

export interface Because {
  /** What is wrong and what to write, in a sentence without its full stop. */
  readonly because: string
}

export interface About {
  readonly command: CommandFacts
}

export interface To {
  readonly address: string
}

export interface Queued {
  readonly queueId: string
}

export interface Limit {
  readonly limit: number
}

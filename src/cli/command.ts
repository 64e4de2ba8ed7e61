import type { Format } from './format.ts'
import type { Io } from './io.ts'
import type { Report } from './report.ts'

/** The arguments of a command. */
export interface Args {
  /** The words that are no options. */
  readonly words: readonly string[]
  text(name: string): string | undefined
  all(name: string): readonly string[]
  has(name: string): boolean
  /** The value of an option that the command cannot do without. */
  need(name: string): string
}

/** One command: its name, the arguments that it accepts, and what it does. */
export interface Command {
  /** `check spf` */
  readonly name: string
  /** For the list of commands: one line without a full stop. */
  readonly summary: string
  /** What follows the name: `--ip ADDRESS --from ADDRESS [options]` */
  readonly syntax: string
  /** Paragraphs for its help. */
  readonly about: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  readonly formats: readonly Format[]
  /** Whole lines, as one would type them. */
  readonly examples: readonly string[]
  run(args: Args, io: Io): Promise<Report>
}

export interface Option {
  /** What stands for its value in the help: `ADDRESS`. An option without one is a switch. */
  readonly value?: string
  /** `many`: it may stand several times. */
  readonly times?: 'once' | 'many'
  readonly text: string
}

export const defineCommand = (command: Command): Command => command

import type { HostSpec } from '../world/spec.ts'
import type { World } from '../world/world.ts'
import type { Completion } from './completion.ts'
import type { LineMark, SpokenProtocol } from '../core/text/line-mark.ts'
import type { Word } from './parse-command-line.ts'

/** One command: what it does and its page, in one file of `commands/`. */
export interface Command {
  readonly name: string
  readonly aliases?: readonly string[]
  /** One line for `help`: what it is good for. */
  readonly summary: string
  readonly page: ManPage
  /** What the words behind the name may be. */
  readonly completes?: readonly Completable[]
  /** Runs it. A command that goes on reading lines returns a program; without one it is over. */
  run(words: readonly Word[], context: CommandContext): Program | undefined
}

export type Completable = 'addresses' | 'commands' | 'hosts' | 'names' | 'record-types'

export interface ManPage {
  readonly synopsis: readonly string[]
  /** Paragraphs. Backticks mark code. */
  readonly description: readonly string[]
  readonly options?: readonly (readonly [option: string, meaning: string])[]
  readonly examples: readonly (readonly [line: string, meaning: string])[]
  readonly seeAlso: readonly string[]
}

/** What a command may see and do. */
export interface CommandContext {
  readonly world: World
  /** The host that the terminal runs on. */
  readonly host: HostSpec
  /** The typed line, for messages that point into it. */
  readonly line: string
  readonly commands: readonly Command[]
  readonly history: readonly string[]
  /** Prints whole lines; may have colours. */
  print(text: string): void
  /** Prints sentences: on the screen they are broken between words. */
  explain(text: string): void
  /**
   * Prints what a server sent: harmless text that may end within a line.
   * @param shown The same with marks and colours, for the screen.
   */
  receive(text: string, shown?: string): void
  /** Ends a line that a server left unfinished. */
  endReceived(): void
  clearScreen(): void
  /** A returned program calls this when it is over. */
  done(): void
}

/** A command that goes on: it gets what is typed until it is done. */
export interface Program {
  readonly name: string
  /** Shown before the line being typed; none by default. */
  readonly prompt?: string
  /** `hidden`: what is typed now is not shown; a password. */
  readonly typing?: 'shown' | 'hidden'
  /** `full`: a piece of a line that was too long for one; more of it follows. */
  line(text: string, end: 'enter' | 'full'): void
  /** Ctrl-C. */
  interrupt(): void
  /** Ctrl-D on an empty line. */
  eof(): void
  /** A key without a use in the line, such as `ctrl-]`. */
  key?(name: string): void
  /** What the line is that is typed now; of the program itself by default. */
  readonly typed?: TypedFor | undefined
  /** What Tab does; without it, Tab is a character of the line. */
  complete?(line: string, cursor: number): Completion | undefined
  /**
   * What the next line of a paste waits for, so that it never goes out before the reply to the one
   * before; nothing where no reply is due. It must not wait for what may never come.
   */
  answered?(): Promise<void> | undefined
}

/** Who gets a typed line, and what it is for them. */
export interface TypedFor {
  readonly mark: LineMark
  readonly protocol?: SpokenProtocol | undefined
}

import type { HostSpec } from '../world/spec.ts'
import type { World } from '../world/world.ts'
import type { Completion } from './completion.ts'
import type { LineMark, SpokenProtocol } from '../core/text/line-mark.ts'
import type { Key } from './keys.ts'
import type { Word } from './language/tree.ts'
import type { FetchPiece } from '../core/later-piece.ts'
import type { Session } from './session.ts'

/** One command: what it does and its page, in one file of `commands/`. */
export interface Command {
  readonly name: string
  readonly aliases?: readonly string[]
  /** `tool`: one of the many small programs for files and text; `help` names them in one go. */
  readonly kind?: 'tool'
  /** `none`: a word with a hyphen before it is refused; by default the program reads its words itself. */
  readonly options?: 'none'
  /** `ours`: there is no real program of which this is the image. */
  readonly origin?: 'ours'
  /** One line for `help`: what it is good for. */
  readonly summary: string
  readonly page: ManPage
  /** What the words behind the name may be. */
  readonly completes?: readonly Completable[]
  /** What its first word may be: the names of its parts. */
  readonly parts?: readonly string[]
  /** Runs it. A command that goes on reading lines returns a program; without one it is over. */
  run(words: readonly Word[], context: CommandContext): Program | undefined
}

export type Completable = 'addresses' | 'commands' | 'files' | 'hosts' | 'names' | 'record-types'

export type InputFrom = 'keyboard' | 'pipe' | 'file'

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
  /** Fetches what a program needs beyond what every terminal has. */
  readonly fetchPiece: FetchPiece
  /** The host that the program runs on: its connections leave from there. */
  readonly host: HostSpec
  /** Whether that is where the learner sits, and not a host that they logged in to. */
  readonly isAtDesk: boolean
  /** Who runs it, with their files and variables. */
  readonly session: Session
  /** The typed line, for messages that point into it. */
  readonly line: string
  readonly commands: readonly Command[]
  readonly history: readonly string[]
  /** Whether what it prints is seen at once: not so in front of a pipe, or with `>`. */
  readonly isOnScreen: boolean
  /** Where its standard input comes from. */
  readonly inputFrom: InputFrom
  /** Prints octets as they are: standard output. On the screen, controls are made visible. */
  write(octets: Uint8Array): void
  /** Prints sentences about what went wrong: standard error. The status becomes 1, unless it is set. */
  complain(text: string): void
  /** Prints remarks beside what was asked for, on standard error; nothing went wrong. */
  note(text: string): void
  /** Sets the status that it ends with: 0 is success. */
  setStatus(status: number): void
  /** Goes on as somebody on another host. */
  logIn(session: Session): void
  /** Goes back to where the session was opened from. @returns Whether there is such a place. */
  logOut(): boolean
  /** The files of a host, for a session there. */
  sessionOn(host: HostSpec, user: string): Session
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
  /** A line for those who listen and do not see: of what is drawn, and not printed. */
  announce(text: string): void
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
  /**
   * `full`: a piece of a line that was too long for one; more of it follows. What comes from a file or
   * a pipe may end with the carriage return that it has there.
   */
  line(text: string, end: 'enter' | 'full'): void
  /** Ctrl-C. */
  interrupt(): void
  /** Ctrl-D on an empty line, or the end of what a pipe or `<` gives. */
  eof(): void
  /** Takes octets of a pipe or of `<` as they come; without it, they come as lines. */
  input?(octets: Uint8Array): void
  /** A key without a use in the line, such as `ctrl-]`. */
  key?(name: string): void
  /**
   * Takes keys one by one, in place of the line that is typed; Ctrl-C stays `interrupt`.
   * @returns A key that is no longer for it, where it has ended: the prompt gets that.
   */
  press?: ((key: Key) => Key | undefined) | undefined
  /** What is drawn below what was printed, in place of a typed line; several rows. */
  view?: ((columns: number) => ProgramView) | undefined
  /** The number of the connection that is talked over, in the world's events. */
  readonly connection?: number | undefined
  /** What the line is that is typed now; of the program itself by default. */
  readonly typed?: TypedFor | undefined
  /** What Tab does; without it, Tab is a character of the line. */
  complete?(line: string, cursor: number): Completion | undefined
  /** `nothing`: it goes on by itself, and what is typed meanwhile is for the prompt. */
  readonly reads?: 'nothing' | undefined
  /**
   * What the next line of a paste waits for, so that it never goes out before the reply to the one
   * before; nothing where no reply is due. It must not wait for what may never come.
   */
  answered?(): Promise<void> | undefined
}

export interface ProgramView {
  /** Rows with `\n` between them. */
  readonly text: string
  /** UTF-16 units of the text before the cursor. */
  readonly cursor: number
}

/** Who gets a typed line, and what it is for them. */
export interface TypedFor {
  readonly mark: LineMark
  readonly protocol?: SpokenProtocol | undefined
}

import type { FetchPiece } from '../core/later-piece.ts'
import type { World } from '../world/world.ts'
import type { Machines } from './files/machines.ts'

/** A virtual terminal on one host of the world: a line editor, a history and programs. */
export interface Shell {
  /** Keys or a paste as a terminal sends them (`\r` for Enter, `\x1b[A` for the up arrow). Any text. */
  type(data: string): void
  /** Resolves when all lines of a paste were sent: each waits for the reply to the one before. */
  settled(): Promise<void>
  /** Lines typed at the prompt, oldest first. */
  readonly history: readonly string[]
  /** The name of the running program, if one runs. */
  readonly running: string | undefined
  /** The number of the connection that it talks over, in the world's events. */
  readonly connection?: number | undefined
  /** The host that the prompt is on: another one after `ssh`. */
  readonly place: string
  /** Ends what runs, with its connections; nothing is printed any more. */
  close(): void
}

export interface ShellOptions {
  readonly world: World
  /** Name of the host the shell runs on: its connections come from there. */
  readonly host: string
  /** The command line that is run first, where there is one: the greeting names its program. */
  readonly run?: string
  readonly output: ShellOutput
  /** The files of all hosts, where several terminals have them; files of its own if absent. */
  readonly machines?: Machines
  /** The text of a host's settings, for a file there; undefined where they are no document. */
  readonly settingsOf?: (host: string) => string | undefined
  /** Fetches a program that is loaded when it is wanted, and again where that fails. */
  readonly fetchPiece?: FetchPiece
}

export interface ShellOutput {
  /** Cells in a row of the screen, read whenever the shell draws; 80 if absent. */
  readonly columns?: number
  /** Text for the screen, with `\r\n` line ends and ANSI sequences that the shell itself made. */
  write(text: string): void
  /** The same for screen readers: whole lines without sequences, as they are finished. */
  addLine(line: TranscriptLine): void
}

export interface TranscriptLine {
  /** `you`: typed. `program`: printed by the shell or a program. `server`: came over the wire. */
  readonly who: 'you' | 'program' | 'server'
  readonly text: string
}

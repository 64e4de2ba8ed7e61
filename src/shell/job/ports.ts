import type { World } from '../../world/world.ts'
import type { Command } from '../command.ts'
import type { HostSpec } from '../../world/spec.ts'
import type { FetchPiece } from '../../core/later-piece.ts'
import type { Session } from '../session.ts'

/** What a terminal shows for its programs. */
export interface JobScreen {
  print(text: string): void
  explain(text: string): void
  receive(text: string, shown?: string): void
  endReceived(): void
  /** Text of a program that may end within a line. */
  write(text: string): void
  clear(): void
  /** For the transcript alone. */
  announce(text: string): void
}

/** What the programs of a line may use of the terminal that they run in. */
export interface JobPorts {
  readonly world: World
  readonly fetchPiece: FetchPiece
  readonly screen: JobScreen
  readonly commands: readonly Command[]
  readonly history: readonly string[]
  readonly isAtDesk: boolean
  /** Who types now. */
  readonly session: Session
  sessionOn(host: HostSpec, user: string): Session
  logIn(session: Session): void
  logOut(): boolean
  /** For a command that does not exist. Has backticks. */
  unknown(name: string, context: Parameters<Command['run']>[1]): string
}

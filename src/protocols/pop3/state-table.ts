import type { OutOfOrder } from './command.ts'
import { commands } from './commands/index.ts'
import { commandPhases, type CommandPhase } from './session.ts'

export type StateTable = Readonly<
  Record<string, Readonly<Record<CommandPhase, 'allowed' | OutOfOrder>>>
>

/**
 * Which verb may be said when, and what is answered otherwise (RFC 1939 §4 to §6), drawn from the
 * commands themselves: for help pages, diagrams and hints.
 */
export const stateTable: StateTable = Object.fromEntries(
  commands.map(({ verb, allowedIn, elsewhere }) => [
    verb,
    Object.fromEntries(
      commandPhases.map((phase) => [
        phase,
        allowedIn.includes(phase) ? 'allowed' : elsewhere[phase]!,
      ]),
    ) as Record<CommandPhase, 'allowed' | OutOfOrder>,
  ]),
)

/** A way from one state to another: for diagrams. */
export interface Transition {
  readonly from: CommandPhase | 'update'
  readonly verb: string
  readonly to: CommandPhase | 'update' | 'closed'
}

/** The ways that a positive answer opens; every other command stays where it is. */
export const transitions: readonly Transition[] = [
  { from: 'authorization', verb: 'USER', to: 'user' },
  { from: 'authorization', verb: 'APOP', to: 'transaction' },
  { from: 'authorization', verb: 'AUTH', to: 'transaction' },
  { from: 'authorization', verb: 'STLS', to: 'authorization' },
  { from: 'authorization', verb: 'QUIT', to: 'closed' },
  { from: 'user', verb: 'PASS', to: 'transaction' },
  { from: 'user', verb: 'QUIT', to: 'closed' },
  { from: 'transaction', verb: 'QUIT', to: 'update' },
  { from: 'update', verb: '', to: 'closed' },
]

/** The verbs that may be said now, in the order of a session. */
export const verbsAllowedIn = (phase: CommandPhase): string[] =>
  Object.keys(stateTable).filter((verb) => stateTable[verb]![phase] === 'allowed')

import type { OutOfOrder } from './command.ts'
import { commands } from '../commands/index.ts'
import { commandPhases, type CommandPhase } from './session.ts'

export type StateTable = Readonly<
  Record<string, Readonly<Record<CommandPhase, 'allowed' | OutOfOrder>>>
>

/**
 * Which verb may be said when, and what is answered otherwise (RFC 5321 §4.1.4), drawn from the
 * commands themselves: for help pages, diagrams and hints.
 */
export const stateTable: StateTable = Object.fromEntries(
  commands
    .filter(({ offered }) => offered === 'yes')
    .map(({ verb, allowedIn, elsewhere }) => [
      verb,
      Object.fromEntries(
        commandPhases.map((phase) => [
          phase,
          allowedIn.includes(phase) ? 'allowed' : elsewhere[phase]!,
        ]),
      ) as Record<CommandPhase, 'allowed' | OutOfOrder>,
    ]),
)

/** The verbs that may be said now, in HELP's order. */
export const verbsAllowedIn = (phase: CommandPhase): string[] =>
  Object.keys(stateTable).filter((verb) => stateTable[verb]![phase] === 'allowed')

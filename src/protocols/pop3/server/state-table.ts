import type { Command, OutOfOrder } from './command.ts'
import { commands } from '../commands/index.ts'
import { states, type State } from './transitions.ts'

export type StateTable = Readonly<Record<string, Readonly<Record<State, Permission>>>>

/** In the UPDATE state the server reads nothing: it does its work, replies and closes. */
type Permission = 'allowed' | OutOfOrder | 'unheard'

/**
 * Which verb is allowed in which state, and the reply in the others (RFC 1939 §4 to §6), drawn from the
 * commands themselves: for help pages, diagrams and hints.
 */
export const stateTable: StateTable = Object.fromEntries(
  commands.map((command) => [
    command.verb,
    Object.fromEntries(states.map((phase) => [phase, permission(command, phase)])) as Record<
      State,
      Permission
    >,
  ]),
)

function permission({ allowedIn, elsewhere }: Command, phase: State): Permission {
  if (phase === 'update') return 'unheard'
  return allowedIn.includes(phase) ? 'allowed' : elsewhere[phase]!
}

/** The verbs allowed in a state, in the order of a session. */
export const verbsAllowedIn = (phase: State): string[] =>
  Object.keys(stateTable).filter((verb) => stateTable[verb]![phase] === 'allowed')

import { permissionIn } from '../../shared/preconditions.ts'
import { stateTableOf, verbsAllowed } from '../../shared/state-table.ts'
import { commands } from '../commands/index.ts'
import type { Command, OutOfOrder } from './command.ts'
import { states, type State } from './transitions.ts'

/** In the UPDATE state the server reads nothing: it does its work, replies and closes. */
type Refusal = OutOfOrder | 'unheard'

const permission = (command: Command, state: State): 'allowed' | Refusal =>
  state === 'update' ? 'unheard' : permissionIn(command, state)

/**
 * Which verb is allowed in which state, and the reply in the others (RFC 1939 §4 to §6), drawn from
 * the commands themselves: for help pages, diagrams and hints.
 */
export const stateTable = stateTableOf(commands, states, permission)

/** The verbs allowed in a state, in the order of a session. */
export const verbsAllowedIn = (state: State): string[] => verbsAllowed(stateTable, state)

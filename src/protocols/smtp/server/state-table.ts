import { permissionIn } from '../../shared/preconditions.ts'
import { stateTableOf, verbsAllowed } from '../../shared/state-table.ts'
import { commands } from '../commands/index.ts'
import { commandPhases, type CommandPhase } from './session.ts'

/**
 * Which verb is allowed when, and what is replied otherwise (RFC 5321 §4.1.4), drawn from the
 * commands themselves: for help pages, diagrams and hints.
 */
export const stateTable = stateTableOf(
  commands.filter(({ offered }) => offered === 'yes'),
  commandPhases,
  permissionIn,
)

/** The verbs that are allowed now, in HELP's order. */
export const verbsAllowedIn = (phase: CommandPhase): string[] => verbsAllowed(stateTable, phase)

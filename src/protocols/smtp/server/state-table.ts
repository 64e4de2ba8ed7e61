import { permissionIn } from '../../shared/preconditions.ts'
import { stateTableOf, verbsAllowed } from '../../shared/state-table.ts'
import { commands } from '../commands/index.ts'
import { commandPhases, type CommandPhase } from './session.ts'

/**
 * Which verb may be said when, and what is answered otherwise (RFC 5321 §4.1.4), drawn from the
 * commands themselves: for help pages, diagrams and hints.
 */
export const stateTable = stateTableOf(
  commands.filter(({ offered }) => offered === 'yes'),
  commandPhases,
  permissionIn,
)

/** The verbs that may be said now, in HELP's order. */
export const verbsAllowedIn = (phase: CommandPhase): string[] => verbsAllowed(stateTable, phase)

import { stateTableOf, verbsAllowed } from '../../shared/state-table.ts'
import { commands } from '../commands/index.ts'
import type { Command } from './command.ts'
import { commandPhases, type CommandPhase } from './session.ts'

const permission = ({ allowedIn }: Command, phase: CommandPhase): 'allowed' | 'refused' =>
  allowedIn.includes(phase) ? 'allowed' : 'refused'

/**
 * Which command is allowed in which state (RFC 9051 §3, §6), drawn from the commands themselves: for
 * help pages, diagrams and hints.
 */
export const stateTable = stateTableOf(commands, commandPhases, permission)

/** The commands allowed in a state. */
export const verbsAllowedIn = (phase: CommandPhase): string[] => verbsAllowed(stateTable, phase)

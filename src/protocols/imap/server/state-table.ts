import { commands } from '../commands/index.ts'
import { commandPhases, type CommandPhase } from './session.ts'

export type StateTable = Readonly<
  Record<string, Readonly<Record<CommandPhase, 'allowed' | 'refused'>>>
>

/**
 * Which command is allowed in which state (RFC 9051 §3, §6), drawn from the commands themselves:
 * for help pages, diagrams and hints.
 */
export const stateTable: StateTable = Object.fromEntries(
  commands.map(({ verb, allowedIn }) => [
    verb,
    Object.fromEntries(
      commandPhases.map((phase) => [phase, allowedIn.includes(phase) ? 'allowed' : 'refused']),
    ) as Record<CommandPhase, 'allowed' | 'refused'>,
  ]),
)

/** The commands allowed in a state. */
export const verbsAllowedIn = (phase: CommandPhase): string[] =>
  Object.keys(stateTable).filter((verb) => stateTable[verb]![phase] === 'allowed')

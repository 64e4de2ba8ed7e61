import { commands } from './commands/index.ts'
import { commandPhases, type CommandPhase } from './session.ts'

export type StateTable = Readonly<
  Record<string, Readonly<Record<CommandPhase, 'allowed' | 'refused'>>>
>

/**
 * Which command may be said in which state (RFC 9051 §3, §6), drawn from the commands themselves:
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

/** The commands that may be said now. */
export const verbsAllowedIn = (phase: CommandPhase): string[] =>
  Object.keys(stateTable).filter((verb) => stateTable[verb]![phase] === 'allowed')

/** How a session goes from one state to another (RFC 9051 §3.4): the arrows of the diagram. */
export const transitions: readonly Transition[] = [
  { from: 'notAuthenticated', by: 'LOGIN', to: 'authenticated' },
  { from: 'notAuthenticated', by: 'AUTHENTICATE', to: 'authenticated' },
  { from: 'notAuthenticated', by: 'STARTTLS', to: 'notAuthenticated' },
  { from: 'authenticated', by: 'SELECT', to: 'selected' },
  { from: 'authenticated', by: 'EXAMINE', to: 'selected' },
  { from: 'selected', by: 'SELECT', to: 'selected' },
  { from: 'selected', by: 'EXAMINE', to: 'selected' },
  { from: 'selected', by: 'CLOSE', to: 'authenticated' },
  { from: 'selected', by: 'UNSELECT', to: 'authenticated' },
  { from: 'notAuthenticated', by: 'LOGOUT', to: 'closed' },
  { from: 'authenticated', by: 'LOGOUT', to: 'closed' },
  { from: 'selected', by: 'LOGOUT', to: 'closed' },
]

export interface Transition {
  readonly from: CommandPhase
  readonly by: string
  readonly to: CommandPhase | 'closed'
}

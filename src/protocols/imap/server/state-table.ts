import { way, type Transition } from '../../shared/transition.ts'
import { commands } from '../commands/index.ts'
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

/**
 * How a session goes from one state to another (RFC 9051 §3.4): the arrows of the diagram. A SELECT
 * that is refused leaves no mailbox selected (§6.3.2).
 */
export const transitions: readonly Transition<CommandPhase>[] = [
  way('notAuthenticated', 'LOGIN', 'authenticated'),
  way('notAuthenticated', 'AUTHENTICATE', 'authenticated'),
  way('notAuthenticated', 'STARTTLS', 'notAuthenticated'),
  way('authenticated', 'SELECT', 'selected'),
  way('authenticated', 'EXAMINE', 'selected'),
  way('selected', 'SELECT', 'selected'),
  way('selected', 'EXAMINE', 'selected'),
  way('selected', 'CLOSE', 'authenticated'),
  way('selected', 'UNSELECT', 'authenticated'),
  { from: 'selected', by: 'SELECT', on: 'no', to: 'authenticated' },
  { from: 'selected', by: 'EXAMINE', on: 'no', to: 'authenticated' },
  ...commandPhases.map((phase) => way(phase, 'LOGOUT', 'closed')),
]

import { way, type Transition } from '../../shared/transition.ts'
import type { Command, OutOfOrder } from './command.ts'
import { commands } from '../commands/index.ts'
import { commandPhases } from './session.ts'

export type StateTable = Readonly<Record<string, Readonly<Record<TablePhase, Permission>>>>

/** In the UPDATE state nothing is heard any more: the server does its work, answers and hangs up. */
type Permission = 'allowed' | OutOfOrder | 'unheard'

/** The states of RFC 1939 §3, the first of them in two: before USER and after it. */
export const tablePhases = [...commandPhases, 'update'] as const

export type TablePhase = (typeof tablePhases)[number]

/**
 * Which verb may be said when, and what is answered otherwise (RFC 1939 §4 to §6), drawn from the
 * commands themselves: for help pages, diagrams and hints.
 */
export const stateTable: StateTable = Object.fromEntries(
  commands.map((command) => [
    command.verb,
    Object.fromEntries(tablePhases.map((phase) => [phase, permission(command, phase)])) as Record<
      TablePhase,
      Permission
    >,
  ]),
)

function permission({ allowedIn, elsewhere }: Command, phase: TablePhase): Permission {
  if (phase === 'update') return 'unheard'
  return allowedIn.includes(phase) ? 'allowed' : elsewhere[phase]!
}

/** How a session goes from one state to another; every other answer leaves it where it is. */
export const transitions: readonly Transition<TablePhase>[] = [
  way('authorization', 'USER', 'user'),
  way('user', 'PASS', 'transaction'),
  { from: 'user', by: 'PASS', on: 'no', to: 'authorization' },
  ...loginsFrom('authorization'),
  ...loginsFrom('user'),
  { from: 'user', by: 'APOP', on: 'no', to: 'authorization' },
  { from: 'user', by: 'AUTH', on: 'no', to: 'authorization' },
  way('authorization', 'STLS', 'authorization'),
  way('user', 'STLS', 'authorization'),
  way('authorization', 'QUIT', 'closed'),
  way('user', 'QUIT', 'closed'),
  way('transaction', 'QUIT', 'update'),
  way('update', '', 'closed'),
]

function loginsFrom(phase: TablePhase): readonly Transition<TablePhase>[] {
  return [way(phase, 'APOP', 'transaction'), way(phase, 'AUTH', 'transaction')]
}

/** The verbs that may be said now, in the order of a session. */
export const verbsAllowedIn = (phase: TablePhase): string[] =>
  Object.keys(stateTable).filter((verb) => stateTable[verb]![phase] === 'allowed')

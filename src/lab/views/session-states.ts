import type { WorldEvent } from '../../world/events/index.ts'
import { outcomeOf, type CommandOutcome } from '../../world/command-outcome.ts'

/** The states of a session as they are drawn: in a row, with the ways between them. */
export interface StateMap {
  /** Whose session: `SMTP`. */
  readonly protocol: string
  readonly stations: readonly Station[]
  readonly ways: readonly Arrow[]
  /** What ends the session wherever it stands. */
  readonly ends?: string
}

export interface Station {
  readonly name: string
  /** Commands that are allowed there and keep the state: `STARTTLS`. */
  readonly stays?: string
}

/** From one station to another, by their places in the row. */
export interface Arrow {
  readonly from: number
  readonly to: number
  readonly label: string
}

/** The states of a protocol's sessions as data: their picture, and what leads from one to another. */
export interface SessionStates {
  /** Where the protocol is spoken. */
  readonly ports: readonly number[]
  readonly map: StateMap
  /** The phase of a new session. */
  readonly first: string
  readonly phases: Readonly<Record<string, Phase>>
  readonly moves: readonly Move[]
}

/** How far a session has come. */
export interface Phase {
  /** Its place in the row; -1 where it is nowhere on the map. */
  readonly station: number
  /** The phase in words. */
  readonly name: string
  readonly allowed: readonly string[]
  /** What is going on where no command is allowed. */
  readonly busy: string
}

export interface Move {
  readonly from: string
  readonly by: string
  /** Whether the command was accepted. */
  readonly on: 'yes' | 'no'
  readonly to: string
}

/** A session's state, and the commands that are allowed now. */
export interface SessionStatus {
  /** Its place in the row; -1 where it is nowhere on the map. */
  readonly station: number
  /** The state in words. */
  readonly name: string
  readonly allowed: readonly string[]
  /** In place of what is allowed. */
  readonly sentence?: string
}

export const CLOSED = 'closed'

/** The status of a session after all events of its connection. */
export function statusAfter(
  states: SessionStates,
  log: readonly WorldEvent[],
  connection: number,
): SessionStatus {
  let phase = states.first
  let waits: string | undefined
  for (const event of log) {
    if (!('connection' in event) || event.connection !== connection) continue
    if (event.type === 'closed') phase = CLOSED
    if (event.type === 'secured') waits = undefined
    if (event.type !== 'command') continue
    const outcome = outcomeOf(event)
    waits = outcome.waits
    phase = phaseAfter(states, phase, outcome)
  }
  return statusIn(states, phase, waits)
}

/** The phase that a command leads to, by the table. */
export function phaseAfter(
  { moves }: Pick<SessionStates, 'moves'>,
  phase: string,
  { by, on, closes }: CommandOutcome,
): string {
  if (closes) return CLOSED
  return moves.find((row) => row.from === phase && row.by === by && row.on === on)?.to ?? phase
}

function statusIn(
  { phases }: SessionStates,
  phase: string,
  waits: string | undefined,
): SessionStatus {
  const { station, name, allowed, busy } = phases[phase]!
  const silent = { station, name, allowed: [] }
  if (phase === CLOSED) return { ...silent, sentence: 'The session is over.' }
  if (waits !== undefined) return { ...silent, sentence: waits }
  return allowed.length ? { station, name, allowed } : { ...silent, sentence: busy }
}

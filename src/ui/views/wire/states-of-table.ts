import type { Command } from '../../../world/events/command.ts'
import type { Transition } from '../../../protocols/shared/transition.ts'
import type { Arrow, SessionStatus, StateMap, States } from './state-map.ts'

/** The transitions of a protocol, with what a picture of them needs to know. */
export interface Table {
  readonly protocol: string
  /** The states in a row, as they are named; those of one entry share a place. */
  readonly stations: readonly (readonly State[])[]
  readonly transitions: readonly Transition<string>[]
  /** Whether a row is drawn. */
  draws(row: Transition<string>): boolean
  /** How a command is named on an arrow; as it is where that is absent. */
  readonly labels?: Readonly<Record<string, string>>
  allowed(phase: string): readonly string[]
  read(command: Command): CommandOutcome
  /** What is going on where no command is allowed. */
  busy(phase: string): string
}

export interface State {
  readonly phase: string
  readonly name: string
}

/** What a command with its reply means to the table. */
export interface CommandOutcome {
  /** Its name in the table. */
  readonly by: string
  /** Absent where it leads nowhere. */
  readonly on?: 'yes' | 'no'
  readonly closes?: boolean
  /** What is waited for before the next command, in a sentence. */
  readonly waits?: string | undefined
}

export const CLOSED = 'closed'

/** The picture of a table, and where a session stands in it. */
export const statesOfTable = (table: Table): States => ({
  map: mapOf(table),
  statusAfter(log, connection) {
    let phase = table.stations[0]![0]!.phase
    let waits: string | undefined
    for (const event of log) {
      if (!('connection' in event) || event.connection !== connection) continue
      if (event.type === 'closed') phase = CLOSED
      if (event.type === 'secured') waits = undefined
      if (event.type !== 'command') continue
      const outcome = table.read(event)
      waits = outcome.waits
      phase = phaseAfter(table, phase, outcome)
    }
    return statusIn(table, phase, waits)
  },
})

function phaseAfter({ transitions }: Table, phase: string, { by, on, closes }: CommandOutcome) {
  if (closes) return CLOSED
  return (
    transitions.find((row) => row.from === phase && row.by === by && row.on === on)?.to ?? phase
  )
}

function statusIn(table: Table, phase: string, waits: string | undefined): SessionStatus {
  const station = placeOf(table, phase)
  const name = table.stations[station]?.find((one) => one.phase === phase)?.name ?? phase
  const silent = { station, name, allowed: [] }
  if (phase === CLOSED) return { ...silent, sentence: 'The session is over.' }
  if (waits !== undefined) return { ...silent, sentence: waits }
  const allowed = table.allowed(phase)
  return allowed.length ? { station, name, allowed } : { ...silent, sentence: table.busy(phase) }
}

/** -1 where the picture does not have the phase. */
const placeOf = ({ stations }: Pick<Table, 'stations'>, phase: string): number =>
  stations.findIndex((states) => states.some((one) => one.phase === phase))

function mapOf(table: Table): StateMap {
  const { protocol, stations, labels = {} } = table
  const rows = table.transitions
    .filter((row) => table.draws(row))
    .map((row) => ({
      ...row,
      at: placeOf(table, row.from),
      next: placeOf(table, row.to),
      label: row.on === 'no' ? 'refused' : (labels[row.by] ?? row.by),
    }))
    .toSorted((a, b) => Number(a.on === 'no') - Number(b.on === 'no'))
  const everywhere = verbFromEverywhere(rows, stations.length - 1)
  const moves = rows.filter(
    ({ at, next, to, by }) => at !== next && next >= 0 && !(to === CLOSED && by === everywhere),
  )
  return {
    protocol,
    stations: stations.map((states, place) => {
      const stays = rows.filter(
        ({ at, next, on }) => at === place && next === place && on === 'yes',
      )
      const verbs = [...new Set(stays.map(({ label }) => label))]
      return { name: states[0]!.name, ...(verbs.length && { stays: verbs.join(' ') }) }
    }),
    ways: arrowsOf(moves),
    ...(everywhere !== undefined && { ends: `${everywhere}, from everywhere` }),
  }
}

interface Move {
  readonly at: number
  readonly next: number
  readonly label: string
}

/** One arrow for all moves between two places; of those back to a place the longest stands for all. */
function arrowsOf(moves: readonly Move[]): Arrow[] {
  const groups = new Map<string, Move[]>()
  for (const move of moves) {
    const key = move.next < move.at ? `back to ${move.next}` : `${move.at} ${move.next}`
    groups.set(key, [...(groups.get(key) ?? []), move])
  }
  return [...groups.values()].map((group) => ({
    from: Math.max(...group.map(({ at }) => at)),
    to: group[0]!.next,
    label: joined([...new Set(group.map(({ label }) => label))]),
  }))
}

/** Commands, then the refusal that leads to the same place. */
function joined(labels: readonly string[]): string {
  const commands = labels.filter((label) => label !== 'refused')
  const hasPhrases = commands.some((label) => label.includes(' '))
  if (commands.length === labels.length) return commands.join(hasPhrases ? ', ' : ' ')
  return [...commands, ...(commands.length ? ['or'] : []), 'refused'].join(' ')
}

const verbFromEverywhere = (
  rows: readonly Transition<string>[],
  states: number,
): string | undefined => {
  const ends = rows.filter(({ to }) => to === CLOSED).map(({ by }) => by)
  return ends.length === states && new Set(ends).size === 1 ? ends[0] : undefined
}

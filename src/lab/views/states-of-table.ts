import type { Transition } from '../../protocols/shared/transition.ts'
import {
  CLOSED,
  type Arrow,
  type Phase,
  type SessionStates,
  type StateMap,
} from './session-states.ts'

/** The transitions of a protocol, with what a picture of them needs to know. */
export interface Table {
  readonly protocol: string
  /** Where the protocol is spoken. */
  readonly ports: readonly number[]
  /** The states in a row, as they are named; those of one entry share a place. */
  readonly stations: readonly (readonly State[])[]
  readonly transitions: readonly Transition<string>[]
  /** Whether a row is drawn. */
  draws(row: Transition<string>): boolean
  /** How a command is named on an arrow; as it is where that is absent. */
  readonly labels?: Readonly<Record<string, string>>
  allowed(phase: string): readonly string[]
  /** What is going on where no command is allowed. */
  readonly busy: string
}

export interface State {
  readonly phase: string
  readonly name: string
}

/** What goes on in a state of IMAP or POP3 in which no command is read. */
export const MAILBOX_BUSY = 'The server does its work, and reads no command.'

/** The picture of a table, and what a session's status follows from, as data. */
export const statesOfTable = (table: Table): SessionStates => ({
  ports: table.ports,
  map: mapOf(table),
  first: table.stations[0]![0]!.phase,
  phases: Object.fromEntries(phasesOf(table).map((phase) => [phase, factsOf(table, phase)])),
  moves: table.transitions.map(({ from, by, on, to }) => ({ from, by, on, to })),
})

/** Those of the picture, and those that a session passes beside it. */
const phasesOf = ({ stations, transitions }: Table): string[] => [
  ...stations.flat().map(({ phase }) => phase),
  ...transitions.flatMap(({ from, to }) => [from, to]),
  CLOSED,
]

function factsOf(table: Table, phase: string): Phase {
  const station = placeOf(table, phase)
  return {
    station,
    name: table.stations[station]?.find((one) => one.phase === phase)?.name ?? phase,
    allowed: phase === CLOSED ? [] : table.allowed(phase),
    busy: table.busy,
  }
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

interface Drawn {
  readonly at: number
  readonly next: number
  readonly label: string
}

/** One arrow for all moves between two places; of those back to a place the longest stands for all. */
function arrowsOf(moves: readonly Drawn[]): Arrow[] {
  const groups = new Map<string, Drawn[]>()
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

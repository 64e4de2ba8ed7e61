import { octetsOf, openedBefore, startOfRecent } from '../../lab/event-log.ts'
import type { EventOf, LogLimits, WorldEvent } from '../../lab/types.ts'

/** The newest events that a page received, and no more of them than it can hold for hours. */
export interface LiveLog {
  readonly events: readonly WorldEvent[]
  readonly octets: number
  /** How many earlier ones were let go. */
  readonly droppedCount: number
  /** Connections whose first part is not among the events. */
  readonly cut: ReadonlySet<number>
}

export const KEPT: LogLimits = { events: 4_000, octets: 8 << 20 }

export const emptyLog: LiveLog = { events: [], octets: 0, droppedCount: 0, cut: new Set() }

/** Room above the measure, so that most additions let nothing go. */
const SLACK = 1.25

export function addEvents(
  log: LiveLog,
  fresh: readonly WorldEvent[],
  kept: LogLimits = KEPT,
): LiveLog {
  const grown = {
    ...log,
    events: [...log.events, ...fresh],
    octets: log.octets + sizeOf(fresh),
  }
  const fits = grown.events.length <= kept.events * SLACK && grown.octets <= kept.octets * SLACK
  return fits ? grown : trimmed(grown, kept)
}

/** A connection that is under way, of which only the beginning is known. */
export const addEarlier = (log: LiveLog, opened: EventOf<'opened'>): LiveLog => ({
  ...log,
  events: [...log.events, opened],
  cut: new Set([...log.cut, opened.connection]),
})

function trimmed(log: LiveLog, kept: LogLimits): LiveLog {
  const start = startOfRecent(log.events, kept)
  const carried = openedBefore(log.events, start)
  const events = [...carried, ...log.events.slice(start)]
  return {
    events,
    octets: sizeOf(events),
    droppedCount: log.droppedCount + log.events.length - events.length,
    cut: new Set(carried.map(({ connection }) => connection)),
  }
}

const sizeOf = (events: readonly WorldEvent[]): number =>
  events.reduce((sum, event) => sum + octetsOf(event), 0)

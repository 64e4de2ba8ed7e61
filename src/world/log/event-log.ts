import type { EventBody, WorldEvent } from '../events/index.ts'
import { Causes } from './causes.ts'
import { octetsOf, openedBefore, type LogLimits } from './recent.ts'

/** What happened, in order, and who is notified. */
export interface EventLog {
  readonly events: readonly WorldEvent[]
  /** How many events were let go: the first of `events` is the one of this number. */
  readonly droppedCount: number
  emit(event: EventBody): void
  subscribe(listener: (event: WorldEvent) => void): () => void
  /** A log that goes on from here by itself; it has no listeners yet. */
  copy(now: () => number): EventLog
}

type Stamped = WorldEvent & { at: number; number: number; cause: number }

/** Letting go a few at a time would cost more than it gives. */
const SLACK = 1.25

/**
 * @param now Milliseconds since 1970.
 * @param keep How much of the newest is kept; all of it by default. There may be a quarter more, and
 *   the beginnings of connections that go on.
 */
export const createLog = (now: () => number, keep?: LogLimits): EventLog =>
  openLog(now, keep, { events: [], causes: new Causes(), droppedCount: 0, octets: 0 })

/** What a log holds; an event never changes. */
interface Held {
  readonly events: WorldEvent[]
  readonly causes: Causes
  readonly droppedCount: number
  readonly octets: number
}

function openLog(now: () => number, keep: LogLimits | undefined, held: Held): EventLog {
  const { events, causes } = held
  const listeners = new Set<(event: WorldEvent) => void>()
  let { droppedCount, octets } = held

  function trim({ events: most, octets: mostOctets }: LogLimits): void {
    if (events.length <= most * SLACK && octets <= mostOctets * SLACK) return
    let start = 0
    // From the front: what stays is much more than what goes. The last event stays, however large.
    while (start < events.length - 1 && (events.length - start > most || octets > mostOctets))
      octets -= octetsOf(events[start++]!)
    const carried = openedBefore(events, start)
    events.splice(0, start, ...carried)
    droppedCount += start - carried.length
    for (const event of carried) octets += octetsOf(event)
  }

  return {
    events,
    get droppedCount() {
      return droppedCount
    },
    emit(body) {
      // Made for this alone, and there are many: it is stamped, not copied.
      const event = body as Stamped
      const number = droppedCount + events.length
      const cause = causes.before(body)
      event.at = now()
      event.number = number
      if (cause !== undefined) event.cause = cause
      else if ('cause' in event) delete (event as Partial<Stamped>).cause
      causes.note(body, number)
      events.push(event)
      octets += octetsOf(event)
      for (const listener of listeners) listener(event)
      if (keep) trim(keep)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    copy: (itsNow) =>
      openLog(itsNow, keep, { events: [...events], causes: causes.copy(), droppedCount, octets }),
  }
}

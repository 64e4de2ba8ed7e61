import { octetsOf, type LogLimits } from '../world/log/recent.ts'
import type { World } from '../world/world.ts'
import type { EventsOutput } from './protocol.ts'

/** Reports the events of a world, each once; what was let go before it was reported is missed. */
export class EventsReport {
  readonly #world: World
  readonly #run: number
  #next: number

  /** @param next The number of the first event that is reported. */
  constructor(world: World, run: number, next = 0) {
    this.#world = world
    this.#run = run
    this.#next = next
  }

  /**
   * Takes what happened since the last time.
   * @param most How much of it at once, but one event at least; all of it by default.
   */
  take(most?: LogLimits): EventsOutput | undefined {
    const { events, droppedCount } = this.#world
    const first = Math.max(this.#next, droppedCount)
    const start = first - droppedCount
    const fresh = events.slice(start, most && endWithin(events, start, most))
    if (fresh.length === 0) return undefined
    this.#next = first + fresh.length
    return { kind: 'events', run: this.#run, first, events: fresh }
  }
}

/** Where the events end that fit. */
function endWithin(events: World['events'], start: number, most: LogLimits): number {
  let end = start
  let octets = 0
  while (end < events.length && end - start < most.events) {
    octets += octetsOf(events[end]!)
    if (octets > most.octets && end > start) break
    end++
  }
  return end
}

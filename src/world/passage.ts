import type { SimulatedInternet } from './simulated-internet.ts'

/** How often the clock stops in one stretch of time; where there is more to do, it stays where it got to. */
const MAX_STOPS = 10_000

/**
 * Lets the time of a world go by: the clock stops at each thing that is due on the way, a try or what is
 * planned, until that is over.
 */
export class Passage {
  readonly #net: SimulatedInternet
  /** The time to reach, while the clock stops on the way. */
  #until: number | undefined

  constructor(net: SimulatedInternet) {
    this.#net = net
  }

  /** @returns What is still to be done; nothing where nothing is due until then. */
  advance(milliseconds: number): (() => Promise<void>) | undefined {
    if (this.#until !== undefined) {
      this.#until += milliseconds
      return undefined
    }
    const until = this.#net.clock.now() + milliseconds
    if (this.#net.agenda.next() > until) {
      this.#net.setClock(until)
      return undefined
    }
    this.#until = until
    return () => this.#stopAtEachTime()
  }

  async #stopAtEachTime(): Promise<void> {
    const { agenda } = this.#net
    let stops = 0
    for (let next = agenda.next(); next <= this.#until!; next = agenda.next()) {
      if (++stops > MAX_STOPS) this.#until = this.#net.clock.now()
      if (next > this.#until!) break
      this.#net.setClock(Math.max(next, this.#net.clock.now()))
      await agenda.runDue()
    }
    this.#net.setClock(Math.max(this.#until!, this.#net.clock.now()))
    this.#until = undefined
  }
}

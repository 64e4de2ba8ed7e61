import type { SimulatedInternet } from './simulated-internet.ts'

/**
 * Lets the time of a world go by: the clock stops at each try that is due on the way, until the try
 * is over.
 */
export class Passage {
  readonly #net: SimulatedInternet
  /** The time to reach, while the clock stops on the way. */
  #until: number | undefined

  constructor(net: SimulatedInternet) {
    this.#net = net
  }

  /** @returns What is still to be done; nothing where no try is due until then. */
  advance(milliseconds: number): (() => Promise<void>) | undefined {
    if (this.#until !== undefined) {
      this.#until += milliseconds
      return undefined
    }
    const until = this.#net.clock.now() + milliseconds
    if (this.#nextTry() > until) {
      this.#net.setClock(until)
      return undefined
    }
    this.#until = until
    return () => this.#stopAtEachTry()
  }

  async #stopAtEachTry(): Promise<void> {
    for (let next = this.#nextTry(); next <= this.#until!; next = this.#nextTry()) {
      this.#net.setClock(next)
      await this.#net.retryDue()
    }
    this.#net.setClock(this.#until!)
    this.#until = undefined
  }

  #nextTry(): number {
    return this.#net.outbox.entries[0]?.nextTry ?? Infinity
  }
}

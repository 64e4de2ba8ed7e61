/** Work that is done strictly in order, so that the same world always does the same. */
export class Queue {
  #waiting: (() => void | Promise<void>)[] = []
  #running: Promise<void> | undefined

  get busy(): boolean {
    return this.#running !== undefined
  }

  /** Adds work behind all that waits. Work that throws ends `idle()` with its reason, after the rest is done. */
  add(work: () => void | Promise<void>): void {
    this.#waiting.push(work)
    this.#running ??= this.#drain()
  }

  /** Resolves when nothing waits and nothing runs. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #drain(): Promise<void> {
    await Promise.resolve()
    const failures: unknown[] = []
    // In batches: to take one after the other off the front would move all the rest each time.
    while (this.#waiting.length) {
      const batch = this.#waiting
      this.#waiting = []
      for (const work of batch)
        try {
          const underWay = work()
          // To await what is done already would cost as much as most of the work.
          if (underWay) await underWay
        } catch (reason) {
          failures.push(reason)
        }
    }
    this.#running = undefined
    if (failures.length) throw failures[0]
  }
}

/** Longer work that waits for the queue itself, and so is done outside of it: one after the other. */
export class Lane {
  #last: Promise<unknown> = Promise.resolve()
  #count = 0

  get busy(): boolean {
    return this.#count > 0
  }

  run<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#count++
    const mine = this.#last.then(work).finally(() => this.#count--)
    this.#last = mine.catch(() => undefined)
    return mine
  }

  async idle(): Promise<void> {
    while (this.#count) await this.#last
  }
}

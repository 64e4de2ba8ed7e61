/** Work done strictly one after the other, so that the same world always does the same in the same order. */
export interface Queue {
  /** Adds work behind all that waits. */
  add(work: () => void | Promise<void>): void
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>
  readonly busy: boolean
}

/** Work that throws ends `idle()` with its reason, after the rest is done. */
export function createQueue(): Queue {
  let waiting: (() => void | Promise<void>)[] = []
  let running: Promise<void> | undefined

  async function drain(): Promise<void> {
    await Promise.resolve()
    const failures: unknown[] = []
    // By the batch: taking one after the other off the front would move all the rest each time.
    while (waiting.length) {
      const batch = waiting
      waiting = []
      for (const work of batch)
        try {
          const under = work()
          // Waiting for what is done already would cost as much as most of the work.
          if (under) await under
        } catch (reason) {
          failures.push(reason)
        }
    }
    running = undefined
    if (failures.length) throw failures[0]
  }

  return {
    add(work) {
      waiting.push(work)
      running ??= drain()
    },
    get busy() {
      return running !== undefined
    },
    async idle() {
      while (running) await running
    },
  }
}

/** Longer doings that wait for the queue themselves, and so stand outside it: one after the other. */
export interface Lane {
  run<Result>(doing: () => Promise<Result>): Promise<Result>
  idle(): Promise<void>
  readonly busy: boolean
}

export function createLane(): Lane {
  let last: Promise<unknown> = Promise.resolve()
  let count = 0
  return {
    async run(doing) {
      count++
      const mine = last.then(doing).finally(() => count--)
      last = mine.catch(() => undefined)
      return mine
    },
    get busy() {
      return count > 0
    },
    async idle() {
      while (count) await last
    },
  }
}

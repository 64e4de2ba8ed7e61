/** Calls back after a while, and says how much time has passed; both in milliseconds. */
export interface RestClock {
  after(milliseconds: number, act: () => void): void
  /** From any start. It is never set. */
  now(): number
}

/** Milliseconds without a key after which a typist is taken to rest. Who waits for the same rest shares a timer. */
export const KEYS_REST = 250

/** Milliseconds by which a call may be late, so that those that are due about then share a timer. */
const GRAIN = 50

const due = new Map<number, (() => void)[]>()

/** The page's own. */
export const pageClock: RestClock = {
  now: () => performance.now(),
  after(milliseconds, act) {
    const now = performance.now()
    const at = Math.ceil((now + milliseconds) / GRAIN) * GRAIN
    const acts = due.get(at)
    if (acts) return void acts.push(act)
    due.set(at, [act])
    setTimeout(() => callDue(at), at - now)
  },
}

function callDue(at: number): void {
  const acts = due.get(at) ?? []
  due.delete(at)
  for (const act of acts) act()
}

/**
 * Calls back when nothing was noticed for a while. One timer runs, however much is noticed: one that is set anew at each
 * key makes each key dearer.
 */
export class Rest {
  readonly #act: () => void
  readonly #pause: number
  readonly #longest: number
  readonly #clock: RestClock
  /** When the first and the last of what waits was noticed. */
  #first: number | undefined
  #last = 0
  #isTimed = false

  /**
   * @param pause Milliseconds without anything that are a rest.
   * @param longest Milliseconds after which it is called also where there is no rest.
   */
  constructor(act: () => void, pause: number, clock = pageClock, longest = Infinity) {
    this.#act = act
    this.#pause = pause
    this.#longest = longest
    this.#clock = clock
  }

  notice(): void {
    this.#last = this.#clock.now()
    this.#first ??= this.#last
    if (!this.#isTimed) this.#wait(this.#pause)
  }

  /** What was noticed so far is of no concern any more. */
  cancel(): void {
    this.#first = undefined
  }

  #wait(milliseconds: number): void {
    this.#isTimed = true
    this.#clock.after(milliseconds, () => {
      this.#isTimed = false
      if (this.#first === undefined) return
      const left = this.#leftFrom(this.#first)
      if (left > 0) return this.#wait(left)
      this.#first = undefined
      this.#act()
    })
  }

  #leftFrom(first: number): number {
    const now = this.#clock.now()
    return Math.min(this.#last + this.#pause, first + this.#longest) - now
  }
}

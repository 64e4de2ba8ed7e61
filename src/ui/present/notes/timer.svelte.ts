/** Says how long a presentation goes on: it runs from the start, and can be stopped and set back. */
export class Timer {
  /** Whole seconds that ran. */
  seconds = $state(0)
  isRunning = $state(true)
  readonly #now: () => number
  /** Milliseconds that ran before it was stopped the last time. */
  #before = 0
  #since: number

  /** @param now In milliseconds. */
  constructor(now: () => number) {
    this.#now = now
    this.#since = now()
  }

  /** Looks at the clock. */
  tick(): void {
    const since = this.isRunning ? this.#now() - this.#since : 0
    this.seconds = Math.floor((this.#before + since) / 1000)
  }

  toggle(): void {
    if (this.isRunning) this.#before += this.#now() - this.#since
    this.#since = this.#now()
    this.isRunning = !this.isRunning
    this.tick()
  }

  reset(): void {
    this.#before = 0
    this.#since = this.#now()
    this.tick()
  }

  /** `4:07`, or `1:04:07`. */
  get text(): string {
    const two = (count: number) => String(count).padStart(2, '0')
    const [hours, minutes] = [Math.floor(this.seconds / 3600), Math.floor(this.seconds / 60) % 60]
    const seconds = two(this.seconds % 60)
    return hours ? `${hours}:${two(minutes)}:${seconds}` : `${minutes}:${seconds}`
  }
}

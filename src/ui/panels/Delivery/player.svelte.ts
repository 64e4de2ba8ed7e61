/** How long a row stands while it plays, in milliseconds. */
const PACE = 900

/** How far a delivery was stepped through: the row that is looked at, and whether it goes on by itself. */
export class Player {
  /** Of the rows that there are. */
  readonly #count: () => number
  /** The row that is looked at, from 1; the last one while it follows. */
  #at = $state(1)
  /** Whether it stays at the newest row as rows come. */
  #follows = $state(true)
  #timer = $state.raw<ReturnType<typeof setInterval>>()

  constructor(count: () => number) {
    this.#count = count
  }

  get count(): number {
    return this.#count()
  }

  get at(): number {
    return this.#follows ? this.count : Math.min(this.#at, this.count)
  }

  get isPlaying(): boolean {
    return this.#timer !== undefined
  }

  /** Looks at a row, and stays there. */
  show(row: number): void {
    this.stop()
    this.#move(row)
  }

  back(): void {
    this.show(this.at - 1)
  }

  step(): void {
    this.show(this.at + 1)
  }

  /** Goes on row by row; from the first, where it stands at the last. */
  play(): void {
    if (this.isPlaying) return this.stop()
    this.#move(this.at >= this.count ? 1 : this.at + 1)
    this.#timer = setInterval(() => {
      this.#move(this.at + 1)
      if (this.at >= this.count) this.stop()
    }, PACE)
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  /** Another message: all of it shows. */
  restart(): void {
    this.stop()
    this.#follows = true
  }

  #move(row: number): void {
    this.#at = Math.max(1, Math.min(row, this.count))
    this.#follows = this.#at >= this.count && this.count > 0 && row >= this.count
  }
}

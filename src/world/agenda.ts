/** Something of a world that has things to do at their times. */
export interface DueSource {
  /** When the next of them is due, in milliseconds; `Infinity` if there is none. */
  next(): number
  /** Does all that is due by now. Afterwards nothing of it is due by now any more. */
  runDue(): Promise<void>
}

/** All that is to come in a world: what waits for another try, what is planned. */
export class Agenda implements DueSource {
  readonly #sources: readonly DueSource[]

  constructor(sources: readonly DueSource[]) {
    this.#sources = sources
  }

  next(): number {
    return Math.min(...this.#sources.map((source) => source.next()))
  }

  async runDue(): Promise<void> {
    for (const source of this.#sources) await source.runDue()
  }
}

import { words } from '#words/reports'
import type { Ask } from '../../lab/questions/index.ts'
import type { ReportsRead } from '../../lab/types.ts'
import { documentsOf, domainsIn, isNothing, nothingGiven, type Given } from './given.ts'

/** What came of the reports that were given last. The former answer stays until the next has come. */
export class ReportsState {
  answer = $state.raw<ReportsRead>()
  isReading = $state(false)
  hasBroken = $state(false)
  readonly #ask: Ask
  #given = nothingGiven
  #turn = 0

  constructor(ask: Ask) {
    this.#ask = ask
  }

  async read(given: Given): Promise<void> {
    this.#given = given
    const turn = ++this.#turn
    this.hasBroken = false
    if (isNothing(given)) {
      this.answer = undefined
      this.isReading = false
      return
    }
    this.isReading = true
    try {
      const { own, zone } = given
      const files = documentsOf(given, words.pasted(0))
      const read = await this.#ask('reports', { files, own: domainsIn(own), zone })
      if (turn === this.#turn) this.answer = read
    } catch {
      if (turn === this.#turn) this.hasBroken = true
    } finally {
      if (turn === this.#turn) this.isReading = false
    }
  }

  again(): void {
    void this.read(this.#given)
  }
}

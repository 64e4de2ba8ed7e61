import type { Page } from '@playwright/test'

/** Long enough that a page's idle callbacks have run. */
const REST = 1500

/** Knows when a page fetches nothing any more; a state that is reached once would be too early. */
export class NetworkRest {
  #underWay = 0
  #changed = performance.now()

  constructor(page: Page) {
    page.on('request', () => this.#count(1))
    page.on('requestfinished', () => this.#count(-1))
    page.on('requestfailed', () => this.#count(-1))
  }

  #count(change: number): void {
    this.#underWay += change
    this.#changed = performance.now()
  }

  /** Until nothing has been fetched for a while. */
  async reached(): Promise<void> {
    while (this.#underWay > 0 || performance.now() - this.#changed < REST)
      await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

import { seededRandom, type Random } from '../../../core/random.ts'

/** Chance from a seed: the same mistakes are made on every machine. */
export class Dice {
  readonly #random: Random

  constructor(seed: number) {
    this.#random = seededRandom(seed)
  }

  /** From 0 up to, not including, `count`. */
  below(count: number): number {
    return Math.floor(this.#random.next() * count)
  }

  /** One of a list that has at least one. */
  one<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!
  }

  /** The list in another order. */
  shuffled<Item>(items: readonly Item[]): Item[] {
    const rest = [...items]
    const all: Item[] = []
    while (rest.length) all.push(...rest.splice(this.below(rest.length), 1))
    return all
  }
}

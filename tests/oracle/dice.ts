import { seededRandom } from '../../src/core/random.ts'

/** Chance with a seed: the same seed throws the same, on every machine. */
export interface Dice {
  /** A whole number, both ends included. */
  int(from: number, to: number): number
  /** True once in `1 / share` throws. */
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  /** Each of the list with its weight; heavier comes more often. */
  weigh<T>(list: readonly (readonly [weight: number, value: T])[]): T
  /** `count` throws of something. */
  times<T>(count: number, each: (index: number) => T): T[]
  /** Some of the list, in its order. */
  some<T>(list: readonly T[], share: number): T[]
  /** The same things in another order. */
  shuffle<T>(list: readonly T[]): T[]
}

export function seededDice(seed: number): Dice {
  const random = seededRandom(seed)
  const int = (from: number, to: number): number =>
    from + Math.floor(random.next() * (to - from + 1))
  const chance = (share: number): boolean => random.next() < share
  const pick = <T>(list: readonly T[]): T => list[int(0, list.length - 1)]!
  return {
    int,
    chance,
    pick,
    weigh(list) {
      let left = random.next() * list.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, value] of list) if ((left -= weight) < 0) return value
      return list.at(-1)![1]
    },
    times: (count, each) => Array.from({ length: count }, (_, index) => each(index)),
    some: (list, share) => list.filter(() => chance(share)),
    shuffle(list) {
      const left = [...list]
      return list.map(() => left.splice(int(0, left.length - 1), 1)[0]!)
    },
  }
}

/** A seed for each case, so that one case can be made again without those before it. */
export const seedOf = (seed: number, index: number): number =>
  (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0

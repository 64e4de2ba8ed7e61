import { parsers } from './parsers.ts'

/** Characters of the shortest text; each next one is twice as long. */
const SHORTEST = 8_000
const DOUBLINGS = 4
/** Tries of a size, of which the quickest counts. */
const TRIES = 5
/** Twice the text may take up to this many times as long: linear is 2, quadratic 4. */
const MOST = 3
/** Milliseconds below which a clock says little. */
const NOISE = 4

export interface Growth {
  readonly name: string
  readonly unit: string
  /** Milliseconds, by size. */
  readonly times: readonly number[]
  /** Times of the two last doublings, as a factor for one. */
  readonly factor: number
  readonly isSteep: boolean
}

/** Measures how the work of every parser grows with each of its units, repeated. */
export function* measureGrowth(): Iterable<Growth> {
  for (const { name, read, units } of parsers)
    for (const unit of units) {
      const times = Array.from({ length: DOUBLINGS + 1 }, (_, power) =>
        quickest(read, unit.repeat(Math.ceil((SHORTEST << power) / unit.length))),
      )
      const [before = 0, , last = 0] = times.slice(-3)
      const factor = Math.sqrt(last / Math.max(before, NOISE / 4))
      yield { name, unit, times, factor, isSteep: last > NOISE && factor > MOST }
    }
}

function quickest(read: (text: string) => unknown, text: string): number {
  let best = Infinity
  for (let at = 0; at < TRIES; at++) {
    const began = performance.now()
    read(text)
    best = Math.min(best, performance.now() - began)
  }
  return best
}

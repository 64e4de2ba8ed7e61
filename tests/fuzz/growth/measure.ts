/** What is written over and over: a text, or one that differs each time. */
export type Unit = string | ((at: number) => string)

/** A reader, and the texts whose work shall grow in proportion. */
export interface Growing {
  readonly name: string
  readonly read: (text: string) => unknown
  readonly units: readonly Unit[]
  /** What stands before the units and behind them. */
  readonly around?: readonly [before: string, behind: string]
}

export interface Growth {
  readonly name: string
  readonly unit: string
  /** Milliseconds for the short text, read `TIMES` times, and for the long one. */
  readonly times: readonly [number, number]
  /** How many times as long the long text takes: 1 is linear, `TIMES` quadratic. */
  readonly factor: number
  readonly isSteep: boolean
}

/** Characters of the short text. */
const SHORT = 8_000
/** The long text is so many times as long. */
export const TIMES = 8
/** What growth is let pass: caches and the collection of garbage cost more with size. */
const MOST = 3
/** Milliseconds below which a clock is not precise. */
const NOISE = 30
/** Pairs of measurements of which the quickest count, and how often all is done before blame. */
const TRIES = 2
const ROUNDS = 4

/**
 * Measures how work grows with its text. The processor's time is taken, which other programs do not
 * spend; the short text is read as often as makes up the long one, so that both take about as long.
 * The quickest of several counts, and what looks steep is measured anew before it is called so.
 */
export function* measureGrowth(all: readonly Growing[]): Iterable<Growth> {
  for (const { name, read, units, around = ['', ''] } of all)
    for (const unit of units) {
      const write = (size: number): string => around[0] + fill(unit, size) + around[1]
      const times = quickest(read, write(SHORT), write(SHORT * TIMES))
      const shown = typeof unit === 'string' ? unit : `${unit(1)}…`
      yield { name, unit: shown, times, factor: factorOf(times), isSteep: isSteep(times) }
    }
}

type Pair = readonly [short: number, long: number]

function quickest(read: (text: string) => unknown, short: string, long: string): Pair {
  let best: Pair = [Infinity, Infinity]
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = 0; at < TRIES; at++)
      best = [
        Math.min(
          best[0],
          timeOf(() => again(read, short)),
        ),
        Math.min(
          best[1],
          timeOf(() => read(long)),
        ),
      ]
    if (!isSteep(best)) break
  }
  return best
}

function again(read: (text: string) => unknown, short: string): void {
  for (let at = 0; at < TIMES; at++) read(short)
}

const factorOf = ([short, long]: Pair): number => long / Math.max(short, NOISE / MOST)

const isSteep = (times: Pair): boolean => times[1] > NOISE && factorOf(times) > MOST

function timeOf(work: () => unknown): number {
  const began = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}

/** A text of at least so many characters. */
export function fill(unit: Unit, size: number): string {
  const parts: string[] = []
  for (let at = 0, length = 0; length < size; at++) {
    const part = typeof unit === 'string' ? unit : unit(at)
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}

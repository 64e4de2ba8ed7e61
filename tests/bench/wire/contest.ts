import { medianOf, type Measured, type Target } from '../measure.ts'

/** Servers measured side by side in one run; the first is what the others are compared with. */
export interface ContestGroup {
  readonly group: string
  readonly about: string
  /** What one turn does, and how often. */
  readonly counts: { readonly what: string; readonly count: number }
  readonly targets: readonly Target[]
  /** Starts the servers. */
  open(): Promise<Contest>
}

export interface Contest {
  readonly entrants: ReadonlyMap<string, Entrant>
  close(): Promise<void>
}

export interface Entrant {
  /** Before each turn; its time does not count. */
  prepare?(): Promise<void>
  run(): Promise<void>
  /** Milliseconds that the server has worked so far. */
  processorTime(): number | undefined
}

/** Turns of each, taken by turns, so that a machine that is busy for a while is busy for every server. */
const TURNS = 9
/** Turns before those that count. */
const WARM_UP = 3

export async function measureContest({ open }: ContestGroup): Promise<Measured[]> {
  const contest = await open()
  const taken = new Map([...contest.entrants.keys()].map((name) => [name, [] as Turn[]]))
  try {
    for (let turn = -WARM_UP; turn < TURNS; turn++)
      for (const [name, entrant] of contest.entrants) {
        const one = await takeTurn(entrant)
        if (turn >= 0) taken.get(name)!.push(one)
      }
  } finally {
    await contest.close()
  }
  return [...taken].map(([name, turns]) => ({
    ...{ name, samples: turns.length, median: medianOf(turns.map(({ time }) => time)) },
    // A mean, since the kernel counts in ticks.
    worked: turns.reduce((sum, { worked }) => sum + worked, 0) / turns.length,
  }))
}

interface Turn {
  readonly time: number
  readonly worked: number
}

async function takeTurn(entrant: Entrant): Promise<Turn> {
  await entrant.prepare?.()
  const before = entrant.processorTime() ?? NaN
  const begun = performance.now()
  await entrant.run()
  const time = performance.now() - begun
  return { time, worked: (entrant.processorTime() ?? NaN) - before }
}

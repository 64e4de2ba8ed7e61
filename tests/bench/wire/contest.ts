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
}

/** Turns of each, taken by turns, so that a machine that is busy for a while is busy for every server. */
const TURNS = 9
/** Turns before those that count. */
const WARM_UP = 3

export async function measureContest({ open }: ContestGroup): Promise<Measured[]> {
  const contest = await open()
  const times = new Map([...contest.entrants.keys()].map((name) => [name, [] as number[]]))
  try {
    for (let turn = -WARM_UP; turn < TURNS; turn++)
      for (const [name, entrant] of contest.entrants) {
        await entrant.prepare?.()
        const begun = performance.now()
        await entrant.run()
        if (turn >= 0) times.get(name)!.push(performance.now() - begun)
      }
  } finally {
    await contest.close()
  }
  return [...times].map(([name, own]) => ({ name, median: medianOf(own), samples: own.length }))
}

import { Bench } from 'tinybench'

/** Things measured side by side in one run; the first is what the others are compared with. */
export interface BenchGroup {
  readonly group: string
  readonly about: string
  readonly cases: Readonly<Record<string, () => unknown>>
}

export interface Measured {
  readonly name: string
  /** Milliseconds. */
  readonly median: number
  readonly samples: number
}

/** Warms up and measures each case for at least half a second. */
export async function measure({ cases }: BenchGroup): Promise<Measured[]> {
  const bench = new Bench({ time: 500, warmupTime: 200 })
  for (const [name, run] of Object.entries(cases)) bench.add(name, async () => void (await run()))
  await bench.run()
  return bench.tasks.map(({ name, result }) => {
    if (!('latency' in result) || !result.latency) throw new Error(`${name} did not finish.`)
    return { name, median: result.latency.p50, samples: result.latency.samplesCount }
  })
}

/** A table of medians, each with its ratio to the first. */
export function renderTable({ group, about }: BenchGroup, measured: readonly Measured[]): string {
  const base = measured[0]?.median ?? 1
  const width = Math.max(...measured.map(({ name }) => name.length))
  const rows = measured.map(
    ({ name, median, samples }) =>
      `  ${name.padEnd(width)}  ${milliseconds(median).padStart(12)}  × ${(median / base).toFixed(2).padStart(6)}  (${samples} samples)`,
  )
  return [`\n${group}: ${about}`, ...rows].join('\n')
}

const milliseconds = (median: number): string =>
  median < 0.1 ? `${(median * 1000).toFixed(2)} µs` : `${median.toFixed(3)} ms`

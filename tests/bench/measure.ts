import { Bench } from 'tinybench'

/** Things measured side by side in one run; the first is what the others are compared with. */
export interface BenchGroup {
  readonly group: string
  readonly about: string
  readonly cases: Readonly<Record<string, () => unknown>>
  readonly targets?: readonly Target[]
  /** What it would be measured with, where that is absent: then there is nothing to measure. */
  readonly missing?: string | undefined
}

/** What the project has set itself. */
export interface Target {
  /** The case that must be quick. */
  readonly of: string
  /** The case it is compared with; without one, `most` is milliseconds. */
  readonly against?: string
  /** The largest ratio, or the largest median in milliseconds. */
  readonly most: number
}

export interface Measured {
  readonly name: string
  /** Milliseconds: the median of the rounds' medians. */
  readonly median: number
  readonly samples: number
  /** Milliseconds that another process worked for a sample. */
  readonly worked?: number
}

/** Rounds take turns, so that a machine that is busy for a while is busy for every case. */
const ROUNDS = 5
const ROUND_TIME = 150
const WARM_UP = 80
/** Samples of a round, however long one takes. */
const LEAST = 8

/** Measures a group and sets its table; of one whose data is absent only that it is. */
export const runGroup = async (bench: BenchGroup): Promise<string> =>
  bench.missing === undefined
    ? renderTable({ ...bench, targets: bench.targets ?? [] }, await measure(bench))
    : `\n${bench.group}: not measured, for ${bench.missing}`

/** Warms up and measures each case in turn. */
export async function measure({ cases }: BenchGroup): Promise<Measured[]> {
  const rounds: Measured[][] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await measureOnce(cases))
  return Object.keys(cases).map((name, at) => {
    const own = rounds.map((measured) => measured[at]!)
    return {
      name,
      median: medianOf(own.map(({ median }) => median)),
      samples: own.reduce((sum, { samples }) => sum + samples, 0),
    }
  })
}

async function measureOnce(cases: BenchGroup['cases']): Promise<Measured[]> {
  const bench = new Bench({
    time: ROUND_TIME,
    warmupTime: WARM_UP,
    iterations: LEAST,
    warmupIterations: 2,
  })
  for (const [name, run] of Object.entries(cases)) {
    // A case that waits for nothing must not be measured with a promise of its own.
    if (isAsync(run)) bench.add(name, async () => void (await run()))
    else bench.add(name, () => void run())
  }
  await bench.run()
  return bench.tasks.map(({ name, result }) => {
    if (result.state === 'errored') throw result.error
    if (!('latency' in result)) throw new Error(`${name} did not finish.`)
    return { name, median: result.latency.p50, samples: result.latency.samplesCount }
  })
}

function isAsync(run: () => unknown): boolean {
  const first = run()
  return first instanceof Promise
}

export const medianOf = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN

/** What a table shows above and below its rows. */
export interface Heading {
  readonly group: string
  readonly about: string
  readonly targets: readonly Target[]
  /** What one sample does, for a column of how many a second. */
  readonly counts?: { readonly what: string; readonly count: number }
}

/** A table of medians, each with its ratio to the first, and what became of the targets. */
export function renderTable(heading: Heading, measured: readonly Measured[]): string {
  const base = measured[0]?.median ?? 1
  const width = Math.max(...measured.map(({ name }) => name.length))
  const baseWork = measured[0]?.worked
  const rows = measured.map(
    ({ name, median, samples, worked }) =>
      `  ${name.padEnd(width)}  ${milliseconds(median).padStart(12)}  × ${(median / base).toFixed(2).padStart(6)}  ${rate(heading, median)}${workedText(worked, baseWork)}(${samples} samples)`,
  )
  const targets = heading.targets.flatMap((target) => targetLines(target, measured))
  return [`\n${heading.group}: ${heading.about}`, ...rows, ...targets].join('\n')
}

const rate = ({ counts }: Heading, median: number): string =>
  counts ? `${Math.round((counts.count / median) * 1000)} ${counts.what} a second  ` : ''

/** What a busy machine changes little: beside the time that went by, what the server itself worked. */
const workedText = (worked: number | undefined, base: number | undefined): string =>
  worked === undefined || Number.isNaN(worked)
    ? ''
    : `${worked.toFixed(0)} ms of a processor × ${(worked / (base ?? NaN)).toFixed(2)}  `

function targetLines(target: Target, measured: readonly Measured[]): string[] {
  const named = (name: string | undefined): Measured | undefined =>
    measured.find((one) => one.name === name)
  const own = named(target.of)
  const rival = named(target.against)
  if (own === undefined) return []
  if (target.against === undefined)
    return [`  target: at most ${target.most} ms. ${verdictOf(own.median, target.most, ' ms')}`]
  if (rival === undefined) return [`  target: not measured, for \`${target.against}\` is not here`]
  const ratio = verdictOf(own.median / rival.median, target.most, ' ×')
  return [`  target: at most ${target.most} × ${target.against}. ${ratio}${workRatio(own, rival)}`]
}

/** A server that shares its processor with others waits for it; the work that it does stays the same. */
function workRatio({ worked: own }: Measured, { worked: rival }: Measured): string {
  const ratio = (own ?? NaN) / (rival ?? NaN)
  return Number.isNaN(ratio) ? '' : ` by the clock, ${ratio.toFixed(2)} × by the processor`
}

const verdictOf = (value: number, most: number, unit: string): string =>
  `${value <= most ? 'Met' : 'Not met'}: ${value.toFixed(2)}${unit}`

const milliseconds = (median: number): string =>
  median < 0.1 ? `${(median * 1000).toFixed(2)} µs` : `${median.toFixed(3)} ms`

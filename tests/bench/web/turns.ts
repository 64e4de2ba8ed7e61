import { medianOf } from '../measure.ts'

/** Figures by their names. One that a page does not have is absent; one that never came is Infinity. */
export type Sample = Readonly<Record<string, number>>

/** Measures each page in turn, so that a machine that is busy for a while is busy for every page. */
export async function takeTurns<Page extends string>(
  pages: readonly Page[],
  runs: number,
  measure: (page: Page) => Promise<Sample>,
): Promise<Record<Page, Sample>> {
  const taken = pages.map((page) => [page, [] as Sample[]] as const)
  for (let run = 0; run < runs; run++)
    for (const [page, samples] of taken) samples.push(await measure(page))
  const medians = taken.map(([page, samples]) => [page, medianSample(samples)])
  return Object.fromEntries(medians) as Record<Page, Sample>
}

/** The median of each figure by itself. */
export function medianSample(samples: readonly Sample[]): Sample {
  const names = new Set(samples.flatMap((sample) => Object.keys(sample)))
  return Object.fromEntries(
    [...names].map((name) => [name, medianOf(samples.flatMap((sample) => sample[name] ?? []))]),
  )
}

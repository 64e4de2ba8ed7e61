import { medianOf } from '../measure.ts'
import type { Visit } from './part.ts'

/** Figures by their names. One that a page does not have is absent; one that never came is Infinity. */
export type Sample = Readonly<Record<string, number>>

/** Both pages, measured one right after the other: what the machine did then is in both. */
export interface Round {
  readonly own: Sample
  readonly bare: Sample
}

/** Measures the pages in turn, step by step; who is first changes with each round. */
export async function takeTurns(
  visits: Readonly<Record<keyof Round, Visit>>,
  runs: number,
): Promise<Round[]> {
  const rounds: Round[] = []
  for (let run = 0; run < runs; run++) {
    const order = run % 2 ? (['bare', 'own'] as const) : (['own', 'bare'] as const)
    const round = { own: {}, bare: {} }
    for (const step of visits.own.steps.keys())
      for (const page of order) Object.assign(round[page], await visits[page].steps[step]!())
    rounds.push(round)
  }
  return rounds
}

/** The median of each figure by itself. */
export function medianSample(samples: readonly Sample[]): Sample {
  const names = new Set(samples.flatMap((sample) => Object.keys(sample)))
  return Object.fromEntries(
    [...names].map((name) => [name, medianOf(samples.flatMap((sample) => sample[name] ?? []))]),
  )
}

/** What each round says of the two pages, least first; without the rounds that say nothing. */
export const saidBy = (
  rounds: readonly Round[],
  value: (own: Sample, bare: Sample) => number | undefined,
): number[] =>
  rounds
    .map(({ own, bare }) => value(own, bare) ?? NaN)
    .filter((one) => !Number.isNaN(one))
    .toSorted((a, b) => a - b)

/** How long a property is tried, and from which seed: short in `npm test`, long in `npm run fuzz`. */
export interface Runs {
  readonly seed: number
  readonly numRuns: number
}

/**
 * The runs of one property: `seed` and `numRuns` as they stand, unless `FUZZ_SEED` gives another
 * start and `FUZZ_FACTOR` sets how many times as long it is tried.
 */
export function runsOf(seed: number, numRuns: number): Runs {
  const other = Number(process.env['FUZZ_SEED'])
  const factor = Number(process.env['FUZZ_FACTOR'])
  return {
    seed: process.env['FUZZ_SEED'] && Number.isSafeInteger(other) ? other : seed,
    numRuns: factor >= 1 ? Math.round(numRuns * factor) : numRuns,
  }
}

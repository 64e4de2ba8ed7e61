import { groupBy } from '../../core/group-by.ts'

/**
 * A part of a list that changes with the seed; over as many seeds in a row as there are parts, all of it.
 * @param parts Into how many parts the list is divided.
 */
export const sampleOf = <T>(list: readonly T[], parts: number, seed: number): T[] =>
  list.filter((_, at) => at % parts === seed % parts)

/** Today's seed: days since 1970, so that each day looks at another part. */
export const seedOf = (milliseconds: number): number => Math.floor(milliseconds / 86_400_000)

/** A line of `playwright test --list`: `[laptop] › wire.spec.ts:12:1 › what it says`. */
const listedTest = /^\s*(\[[^\]]+\] › (\S+?):\d+:\d+ › .+?)\s*$/gm

/**
 * Half of the tests of each spec, the other half with the next seed; a spec with one test always has it.
 * @param listed What `playwright test --list` prints.
 * @returns Lines as `--test-list` reads them.
 */
export function chooseTests(listed: string, seed: number): string[] {
  const tests = [...listed.matchAll(listedTest)].map(([, line = '', spec = '']) => ({ line, spec }))
  const specs = [...groupBy(tests, ({ spec }) => spec).values()]
  // Of two specs side by side one begins with its first test, so that both halves take as long.
  return specs.flatMap((all, at) => {
    const chosen = sampleOf(all, 2, seed + at)
    return (chosen.length ? chosen : all).map(({ line }) => line)
  })
}

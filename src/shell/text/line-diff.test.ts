import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffLines, MAX_DIFFERENCES, type Change } from './line-diff.ts'

/** The new lines, made of the old ones and the changes. */
function applied(a: readonly string[], b: readonly string[], changes: readonly Change[]): string[] {
  const made: string[] = []
  let at = 0
  for (const { old, new: fresh } of changes) {
    made.push(...a.slice(at, old.from), ...b.slice(fresh.from, fresh.to))
    at = old.to
  }
  return [...made, ...a.slice(at)]
}

const costOf = (changes: readonly Change[]): number =>
  changes.reduce((sum, { old, new: fresh }) => sum + old.to - old.from + fresh.to - fresh.from, 0)

/** Lines of the longest common subsequence, by the table. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const line of a) {
    const next = [0]
    for (const [at, other] of b.entries())
      next.push(line === other ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!))
    row = next
  }
  return row.at(-1)!
}

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 24 })

test('the changes make the new text of the old, and none is smaller', () =>
  fc.assert(
    fc.property(lines, lines, (a, b) => {
      const changes = diffLines(a, b)
      expect(applied(a, b, changes)).toEqual(b)
      expect(costOf(changes)).toBe(a.length + b.length - 2 * longestCommon(a, b))
    }),
    { seed: 5, numRuns: 2000 },
  ))

test('two texts that have nothing in common are one change, soon', () => {
  const a = Array.from({ length: 20_000 }, (_, at) => `a${at}`)
  const b = ['same', ...Array.from({ length: MAX_DIFFERENCES * 2 }, (_, at) => `b${at}`)]
  expect(diffLines(['same', ...a], b)).toEqual([
    { old: { from: 1, to: 20_001 }, new: { from: 1, to: b.length } },
  ])
})

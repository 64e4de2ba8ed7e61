import { hunksBetween, type Hunk } from './line-difference.ts'

/**
 * Puts two changes of one text together.
 * @returns `undefined` where both changed the same lines, or lines beside each other, in different ways.
 */
export function mergeLines(base: string, mine: string, theirs: string): string | undefined {
  const lines = base.split('\n')
  const own = hunksBetween(lines, mine.split('\n'))
  const others = hunksBetween(lines, theirs.split('\n')).filter(
    (hunk) => !own.some((one) => isSame(one, hunk)),
  )
  const meets = own.some((one) => others.some(({ from, to }) => from <= one.to && one.from <= to))
  if (meets) return undefined
  const all = [...own, ...others].sort((a, b) => a.from - b.from)
  const merged: string[] = []
  let at = 0
  for (const hunk of all) {
    merged.push(...lines.slice(at, hunk.from), ...hunk.lines)
    at = hunk.to
  }
  return [...merged, ...lines.slice(at)].join('\n')
}

const isSame = (a: Hunk, b: Hunk): boolean =>
  a.from === b.from && a.to === b.to && a.lines.join('\n') === b.lines.join('\n')

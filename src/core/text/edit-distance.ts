/** Edits (insert, remove, replace, swap neighbours) that turn one word into the other. For short words. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwap ? before[j - 2]! + 1 : Infinity
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, replaced, swapped))
    }
    before = row
    row = next
  }
  return row[b.length]!
}

/** Longer words are not compared: they are no typing mistake, and the work grows with their square. */
const LONGEST = 24

/**
 * The candidate that was probably meant: at most two edits away, and fewer than half its length.
 * Case does not count. Of equally near ones the first.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > LONGEST) return undefined
  const lower = word.toLowerCase()
  const rated = candidates
    .map((candidate) => ({ candidate, distance: editDistance(lower, candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= 2 && distance * 2 <= candidate.length)
    .toSorted((a, b) => a.distance - b.distance)
  return rated[0]?.candidate
}

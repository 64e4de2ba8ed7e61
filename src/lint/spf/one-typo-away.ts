/** Longer words are not compared. */
const LONGEST = 12

/** The word of the list that is one typo away: a character added, missing, changed or swapped. */
export function wordOneTypoAway(word: string, list: readonly string[]): string | undefined {
  if (word.length < 2 || word.length > LONGEST) return undefined
  return list.find((known) => known.length > 2 && isOneTypo(word, known))
}

function isOneTypo(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const left = a.slice(start, a.length - end)
  const right = b.slice(start, b.length - end)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && left[0] === right[1] && left[1] === right[0]
}

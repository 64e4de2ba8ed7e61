/** Numbers of messages as ranges: rising, apart from each other, both ends included. */
export type NumberSet = readonly NumberRange[]

export type NumberRange = readonly [first: number, last: number]

/** The ranges that hold these numbers, which may come in any order and more than once. */
export function numberSet(numbers: Iterable<number>): NumberSet {
  const ranges: [number, number][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) extend(ranges, number, number)
  return ranges
}

/** Sorts ranges and joins those that touch. Ends in any order. */
export function normalize(ranges: Iterable<NumberRange>): NumberSet {
  const joined: [number, number][] = []
  const upwards = [...ranges].map(([a, b]) => (a <= b ? [a, b] : [b, a]) as NumberRange)
  for (const [first, last] of upwards.sort((a, b) => a[0] - b[0])) extend(joined, first, last)
  return joined
}

function extend(ranges: [number, number][], first: number, last: number): void {
  const before = ranges.at(-1)
  if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last)
  else ranges.push([first, last])
}

/** Whether the number is in one of the ranges; takes logarithmic time. */
export function holds(set: NumberSet, number: number): boolean {
  let low = 0
  let high = set.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = set[middle]!
    if (number < first) high = middle - 1
    else if (number > last) low = middle + 1
    else return true
  }
  return false
}

export const countOf = (set: NumberSet): number =>
  set.reduce((sum, [first, last]) => sum + last - first + 1, 0)

/** Every number of the set. Ranges may be wide: see `countOf` before. */
export function* numbersOf(set: NumberSet): Generator<number> {
  for (const [first, last] of set) for (let at = first; at <= last; at++) yield at
}

/** As a `sequence-set` on the wire: `2,4:7,9` (RFC 9051 §9). Empty for the empty set. */
export const printNumbers = (set: NumberSet): string =>
  set.map(([first, last]) => (first === last ? `${first}` : `${first}:${last}`)).join(',')

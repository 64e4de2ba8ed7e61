/** A stretch of lines of one text that are others in another text. */
export interface Hunk {
  /** Of the first text: from this line, counted from 0, and before that one. */
  readonly from: number
  readonly to: number
  /** What stands there in the other text. */
  readonly lines: readonly string[]
}

/** Pairs of lines that are compared; beyond that all between the first and the last difference is one stretch. */
const MOST_PAIRS = 4_000_000

/** The lines of a text in which it differs from another, in order. Takes any texts; never throws. */
export function hunksBetween(one: readonly string[], other: readonly string[]): Hunk[] {
  const most = Math.min(one.length, other.length)
  let head = 0
  while (head < most && one[head] === other[head]) head++
  let tail = 0
  while (tail < most - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++
  const [a, b] = [one.slice(head, one.length - tail), other.slice(head, other.length - tail)]
  if (a.length === 0 && b.length === 0) return []
  const hunks =
    a.length * b.length > MOST_PAIRS ? [{ from: 0, to: a.length, lines: b }] : inside(a, b)
  return hunks.map(({ from, to, lines }) => ({ from: from + head, to: to + head, lines }))
}

function inside(a: readonly string[], b: readonly string[]): Hunk[] {
  const common = commonLengths(a, b)
  const hunks: Hunk[] = []
  let [at, of] = [0, 0]
  while (at < a.length || of < b.length) {
    if (at < a.length && of < b.length && a[at] === b[of]) {
      at++
      of++
      continue
    }
    const [from, start] = [at, of]
    while ((at < a.length || of < b.length) && (at === a.length || a[at] !== b[of])) {
      const isAdded = at === a.length || (of < b.length && common(at, of + 1) >= common(at + 1, of))
      if (isAdded) of++
      else at++
    }
    hunks.push({ from, to: at, lines: b.slice(start, of) })
  }
  return hunks
}

/** The length of the longest common sequence behind two places. */
function commonLengths(
  a: readonly string[],
  b: readonly string[],
): (at: number, of: number) => number {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  for (let at = a.length - 1; at >= 0; at--)
    for (let of = b.length - 1; of >= 0; of--)
      lengths[at * width + of] =
        a[at] === b[of]
          ? lengths[(at + 1) * width + of + 1]! + 1
          : Math.max(lengths[(at + 1) * width + of]!, lengths[at * width + of + 1]!)
  return (at, of) => lengths[at * width + of] ?? 0
}

/** A line of two texts that are compared. */
export interface ComparedLine {
  /** `one` and `other`: only that text has it. */
  readonly in: 'both' | 'one' | 'other'
  readonly text: string
  /** Its number in the text that has it, in the first where both do; from 1. */
  readonly line: number
}

/**
 * Two texts line by line, where they differ.
 * @param around How many lines that both have stand before and behind a difference; the others are left out.
 */
export function comparedLines(one: string, other: string, around = 2): ComparedLine[][] {
  const [a, b] = [one.split('\n'), other.split('\n')]
  const groups: { rows: ComparedLine[]; to: number }[] = []
  let shift = 0
  const both = (from: number, to: number): ComparedLine[] =>
    a.slice(from, to).map((text, at) => ({ in: 'both', text, line: from + at + 1 }))
  const behind = (at: number) => both(at, Math.min(a.length, at + around))
  for (const { from, to, lines } of hunksBetween(a, b)) {
    const last = groups.at(-1)
    const isNear = last !== undefined && from - around <= last.to + around
    const start = isNear ? last.to : Math.max(0, from - around)
    const rows: ComparedLine[] = [
      ...both(start, from),
      ...a.slice(from, to).map((text, at) => ({ in: 'one' as const, text, line: from + at + 1 })),
      ...lines.map((text, at) => ({ in: 'other' as const, text, line: from + shift + at + 1 })),
    ]
    if (isNear) {
      last.rows.push(...rows)
      last.to = to
    } else {
      last?.rows.push(...behind(last.to))
      groups.push({ rows, to })
    }
    shift += lines.length - (to - from)
  }
  const end = groups.at(-1)
  if (end) end.rows.push(...behind(end.to))
  return groups.map(({ rows }) => rows)
}

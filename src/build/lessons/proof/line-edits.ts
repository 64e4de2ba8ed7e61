/** A text on the way from one to another. */
export interface Halfway {
  readonly text: string
  /** The line that was being typed when it stood so, as far as it was typed. */
  readonly typed: string
}

/**
 * Every text between two, as somebody would type it: line after line from the top, each new line
 * word by word, an open quote closed. The last is the second text itself. A line that is taken out
 * goes before the one typed in its place.
 */
export function halfways(from: string, to: string): Halfway[] {
  const lines = from.split('\n')
  const steps: Halfway[] = []
  let at = 0
  for (const hunk of hunksOf(lines, to.split('\n'))) {
    at += hunk.kept
    hunk.added.forEach((line, index) => {
      const replaced = index < hunk.removed.length ? 1 : 0
      const before = lines.slice(0, at)
      const after = lines.slice(at + replaced)
      for (const typed of wordPrefixes(line))
        steps.push({ typed, text: [...before, typed, ...after].join('\n') })
      lines.splice(at++, replaced, line)
    })
    const gone = hunk.removed.slice(hunk.added.length)
    for (const line of gone) {
      lines.splice(at, 1)
      steps.push({ typed: `(without) ${line}`, text: lines.join('\n') })
    }
  }
  return steps
}

/** A line cut behind each of its words, the last included; an odd quote gets its partner. */
function wordPrefixes(line: string): string[] {
  const ends = [...line.matchAll(/\S+/g)].map(({ index, 0: word }) => index + word.length)
  if (!ends.length) return [line]
  const cuts = ends.slice(0, -1).map((end) => closeQuote(line.slice(0, end)))
  return [...cuts, line]
}

function closeQuote(text: string): string {
  const quotes = text.replace(/\\./g, '').split('"').length - 1
  return quotes % 2 ? `${text}"` : text
}

interface Hunk {
  /** Lines that both have before it. */
  readonly kept: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** What differs, by the longest common subsequence of lines. */
function hunksOf(a: readonly string[], b: readonly string[]): Hunk[] {
  const common = commonLengths(a, b)
  const hunks: Hunk[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const start = i
    while (i < a.length && a[i] === b[j]) [i, j] = [i + 1, j + 1]
    const kept = i - start
    const [removedFrom, addedFrom] = [i, j]
    while ((i < a.length || j < b.length) && !(i < a.length && a[i] === b[j]))
      if (j >= b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!)) i++
      else j++
    const hunk = { kept, removed: a.slice(removedFrom, i), added: b.slice(addedFrom, j) }
    if (hunk.removed.length || hunk.added.length) hunks.push(hunk)
  }
  return hunks
}

/** `[i][j]`: how many lines the rests from i and from j have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i]![j] =
        a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}

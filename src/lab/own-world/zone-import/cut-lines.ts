/** A way to cut a line into cells; of more cells than there are columns the rest belongs to the last one. */
export type Cut = (line: string, columns: number) => string[]

/** More than the head of any table has. */
export const MOST_CELLS = 50

/** By what stands between them. */
const CUTS: readonly Cut[] = [
  (line) => line.split('\t').map((cell) => cell.trim()),
  (line, columns) => csvCells(line, ',', columns),
  (line, columns) => csvCells(line, ';', columns),
  (line) =>
    line
      .replace(/^\s*\||\|\s*$/g, '')
      .split('|')
      .map((cell) => cell.trim()),
  (line) => line.trim().split(/ {2,}/),
]

/** The ways that may fit a text, the surest first. */
export const cutsOf = (text: string): readonly Cut[] => [...underlined(text), ...CUTS]

/** By the dashes under the head, as PowerShell prints them; none where there are none. */
function underlined(text: string): readonly Cut[] {
  const dashes = /^-{2,}(?: +-{2,}){2,} *$/m.exec(text.slice(0, 5000))?.[0]
  if (dashes === undefined) return []
  const starts = [...dashes.matchAll(/-+/g)].map(({ index }) => index)
  return [(line) => starts.map((start, at) => line.slice(start, starts[at + 1]).trim())]
}

/** Cells of one line of CSV: a cell in quotes may hold what else ends it, and two quotes for one. */
function csvCells(line: string, mark: string, columns: number): string[] {
  const cells: string[] = []
  let at = 0
  while (at <= line.length) {
    const isQuoted = line[at] === '"'
    // A text that holds the mark itself and has no quotes goes on to the end.
    if (!isQuoted && cells.length === columns - 1) return [...cells, line.slice(at).trim()]
    let end = isQuoted ? closingQuote(line, at + 1) : line.indexOf(mark, at)
    if (end < 0) end = line.length
    const raw = line.slice(isQuoted ? at + 1 : at, end)
    cells.push((isQuoted ? raw.replaceAll('""', '"') : raw).trim())
    const next = isQuoted ? line.indexOf(mark, end) : end
    if (next < 0 || next >= line.length) break
    at = next + 1
  }
  return cells
}

function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from)
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2)
  return at
}

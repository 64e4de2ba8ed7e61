import type { Severity } from '../../core/diagnostic.ts'
import type { Span } from '../../core/span.ts'
import type { ColourLine } from '../../lab/language/colours/colour-document.ts'
import { firstState, isSameState, type LineState } from '../../lab/language/colours/line-state.ts'
import type { Token, TokenKind } from '../../lab/language/colours/token.ts'

/** A stretch of a line, all of one look. */
export interface Painted {
  readonly text: string
  readonly kind: TokenKind | undefined
  readonly severity: Severity | undefined
}

export interface Underline {
  readonly span: Span
  readonly severity: Severity
}

/** Beyond this many characters a text is shown without colours: drawing it costs more than it helps. */
const MAX_PAINTED = 60_000

/** Whether a text is drawn in colours. */
export const isPainted = (text: string): boolean => text.length <= MAX_PAINTED

const uncoloured: ColourLine = (_, state) => ({ tokens: [], next: state })

/** One line as it is drawn. */
interface PaintedLine {
  readonly text: string
  readonly before: LineState
  readonly next: LineState
  readonly tokens: readonly Token[]
  readonly underlines: readonly Underline[]
}

/** What of the lines is to be drawn anew: `removed` lines at `from` give way to `added` ones. */
export interface Change {
  readonly from: number
  readonly removed: number
  readonly added: number
}

/**
 * The lines of a text behind the plain field. After a key only lines that changed are coloured, and
 * those below whose colours depend on them. Beyond all measure there is one line without colours.
 */
export class PaintedLines {
  private lines: readonly PaintedLine[] = []
  private colour: ColourLine

  /** @param colour May come later: then the lines are drawn without colours until it does. */
  constructor(colour: ColourLine = uncoloured) {
    this.colour = colour
  }

  get count(): number {
    return this.lines.length
  }

  /** Takes another text; lines that stay keep their underlines, which move with them. */
  update(text: string): Change {
    const texts = isPainted(text) ? text.split('\n') : []
    const old = this.lines
    const most = Math.min(old.length, texts.length)
    let head = 0
    while (head < most && old[head]!.text === texts[head]) head++
    let tail = 0
    while (tail < most - head && old.at(-1 - tail)!.text === texts.at(-1 - tail)) tail++
    const lines = old.slice(0, head)
    let state = lines.at(-1)?.next ?? firstState
    let at = head
    for (; at < texts.length; at++) {
      const same = at < texts.length - tail ? undefined : old[at - texts.length + old.length]
      if (same && isSameState(same.before, state)) break
      const { tokens, next } = this.colour(texts[at]!, state)
      const underlines = same?.underlines ?? []
      lines.push({ text: texts[at]!, before: state, next, tokens, underlines })
      state = next
    }
    const kept = texts.length - at
    this.lines = kept ? [...lines, ...old.slice(-kept)] : lines
    return { from: head, removed: old.length - kept - head, added: at - head }
  }

  /** Colours all lines anew; their underlines stay. */
  recolour(colour: ColourLine): void {
    this.colour = colour
    let state = firstState
    this.lines = this.lines.map((line) => {
      const { tokens, next } = colour(line.text, state)
      const painted = { ...line, before: state, next, tokens }
      state = next
      return painted
    })
  }

  /** Takes other underlines for the text as it stands. @returns The lines that look different now. */
  underline(underlines: readonly Underline[]): number[] {
    const found = underlinesByLine(
      this.lines.map(({ text }) => text),
      underlines,
    )
    const changed: number[] = []
    this.lines = this.lines.map((line, at) => {
      const mine = found.get(at) ?? NONE
      if (isSame(line.underlines, mine)) return line
      changed.push(at)
      return { ...line, underlines: mine }
    })
    return changed
  }

  /** The stretches of a line; joined they are its text and a line's end. */
  parts(at: number): Painted[] {
    const { text, tokens, underlines } = this.lines[at]!
    return cut(`${text}\n`, tokens, underlines)
  }
}

const NONE: readonly Underline[] = []

const isSame = (these: readonly Underline[], others: readonly Underline[]): boolean =>
  these.length === others.length &&
  these.every(({ span, severity }, at) => {
    const other = others[at]!
    return severity === other.severity && span.from === other.span.from && span.to === other.span.to
  })

/** Underlines by the lines that they reach over, counted from each line's start. */
function underlinesByLine(
  lines: readonly string[],
  underlines: readonly Underline[],
): ReadonlyMap<number, readonly Underline[]> {
  const found = new Map<number, Underline[]>()
  const sorted = underlines.toSorted((a, b) => a.span.from - b.span.from)
  let start = 0
  let first = 0
  for (const [at, line] of lines.entries()) {
    const end = start + line.length + 1
    const isLast = at === lines.length - 1
    for (let next = first; next < sorted.length; next++) {
      const { span, severity } = widened(sorted[next]!, start, end, isLast)
      if (span.from >= end) break
      if (next === first && span.to <= end) first++
      if (span.to <= start) continue
      const local = { from: Math.max(0, span.from - start), to: Math.min(span.to, end) - start }
      const mine = found.get(at)
      if (mine) mine.push({ span: local, severity })
      else found.set(at, [{ span: local, severity }])
    }
    start = end
  }
  return found
}

/** An empty span has no width to draw: in its line it takes a neighbour in. */
function widened(given: Underline, start: number, end: number, isLast: boolean): Underline {
  const { from, to } = given.span
  if (to > from || from < start || from >= end) return given
  const isAtEnd = from === end - 1 && (from > start || isLast)
  const span = isAtEnd ? { from: Math.max(start, from - 1), to: from } : { from, to: from + 1 }
  return { ...given, span }
}

const weight: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1, hint: 0 }

/** Cuts a line into stretches by token and by underline. */
function cut(text: string, tokens: readonly Token[], underlines: readonly Underline[]): Painted[] {
  const cuts = new Set([0, text.length])
  for (const { from, to } of tokens) cuts.add(from).add(to)
  for (const { span } of underlines) cuts.add(span.from).add(span.to)
  const edges = [...cuts].sort((a, b) => a - b)
  let next = 0
  return edges.slice(0, -1).map((from, index) => {
    while (next < tokens.length && tokens[next]!.to <= from) next++
    const token = tokens[next]
    return {
      text: text.slice(from, edges[index + 1]),
      kind: token && token.from <= from ? token.kind : undefined,
      severity: worst(underlines.filter(({ span }) => span.from <= from && from < span.to)),
    }
  })
}

const worst = (found: readonly Underline[]): Severity | undefined =>
  found.map(({ severity }) => severity).sort((a, b) => weight[b] - weight[a])[0]

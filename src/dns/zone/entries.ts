import { span, type Span } from '../../core/span.ts'
import type { Meter } from './lexer.ts'
import { startsRecord } from './starts-record.ts'
import type { Entry, Line, Token } from './tokens.ts'

/**
 * Joins lines to entries: parentheses group what crosses a line's end (RFC 1035 §5.1). Where one is
 * never closed, the entry ends before the next line that starts a record, and the rest is read on.
 */
export function groupEntries(
  lines: readonly Line[],
  text: string,
  meter: Meter = { steps: 0 },
): Entry[] {
  const entries: Entry[] = []
  let at = 0
  // Whether all parentheses close is found out once: after a first slip each group stays local.
  let trusting = true
  while (at < lines.length) {
    const line = lines[at]!
    if (!line.tokens.some(isParenthesis)) {
      meter.steps++
      entries.push(toLineEntry(line, text))
      at++
      continue
    }
    const whole = trusting ? readBalanced(lines, at, meter) : undefined
    if (whole === undefined) trusting = false
    const group = whole ?? readGuarded(lines, at, text, meter)
    entries.push(toEntry(lines.slice(at, at + group.count), group, text))
    at += group.count
  }
  return entries
}

interface Group {
  /** Lines. */
  readonly count: number
  readonly unclosed?: Span
  readonly stray: readonly Span[]
}

/** @returns The group whose parentheses close, or `undefined` if the file ends before. */
function readBalanced(lines: readonly Line[], start: number, meter: Meter): Group | undefined {
  const nesting = openNesting()
  for (let at = start; at < lines.length; at++) {
    meter.steps++
    nesting.read(lines[at]!)
    if (nesting.depth() === 0) return { count: at - start + 1, stray: nesting.stray }
  }
  return undefined
}

function readGuarded(lines: readonly Line[], start: number, text: string, meter: Meter): Group {
  const nesting = openNesting()
  let at = start
  for (; at < lines.length; at++) {
    meter.steps++
    if (at > start && startsRecord(lines[at]!, text)) break
    nesting.read(lines[at]!)
    if (nesting.depth() === 0) return { count: at - start + 1, stray: nesting.stray }
  }
  return { count: at - start, unclosed: nesting.outermost()!, stray: nesting.stray }
}

interface Nesting {
  read(line: Line): void
  depth(): number
  /** The parenthesis that everything open now stands in. */
  outermost(): Span | undefined
  readonly stray: readonly Span[]
}

function openNesting(): Nesting {
  const stray: Span[] = []
  let depth = 0
  let outermost: Span | undefined
  const see = (token: Token): void => {
    if (token.kind === 'open' && depth++ === 0) outermost = token.span
    if (token.kind !== 'close') return
    if (depth === 0) stray.push(token.span)
    else depth--
  }
  return {
    read: (line) => line.tokens.forEach(see),
    depth: () => depth,
    outermost: () => outermost,
    stray,
  }
}

const isParenthesis = ({ kind }: Token): boolean => kind === 'open' || kind === 'close'

/** Almost every entry: one line without a parenthesis. */
function toLineEntry(line: Line, text: string): Entry {
  const first = line.tokens[0]
  if (!first || first.kind === 'comment')
    return { kind: 'blank', span: line.span, lines: [line], stray: NONE }
  const last = line.tokens.at(-1)!
  const end = last.kind === 'comment' ? line.tokens.at(-2)! : last
  const kind = startsDirective(line, first, text) ? 'directive' : 'record'
  return { kind, span: span(first.span.from, end.span.to), lines: [line], stray: NONE }
}

const NONE: readonly Span[] = []

function toEntry(all: readonly Line[], { unclosed, stray }: Group, text: string): Entry {
  const lines = unclosed ? withoutTail(all) : all
  const tokens = lines.flatMap((line) => line.tokens.filter(({ kind }) => kind !== 'comment'))
  const first = tokens[0]
  const whole = first
    ? span(first.span.from, tokens.at(-1)!.span.to)
    : span(lines[0]!.span.from, lines.at(-1)!.span.to)
  return {
    kind: kindOf(lines[0]!, first, tokens, text),
    span: whole,
    lines: all,
    ...(unclosed ? { unclosed } : {}),
    stray,
  }
}

/** Comments and blank lines behind an unclosed record belong to no one. */
const withoutTail = (lines: readonly Line[]): readonly Line[] => {
  const last = lines.findLastIndex(({ tokens }) => tokens.some(({ kind }) => kind !== 'comment'))
  return lines.slice(0, Math.max(1, last + 1))
}

function kindOf(
  line: Line,
  first: Token | undefined,
  tokens: readonly Token[],
  text: string,
): Entry['kind'] {
  if (!tokens.some(({ kind }) => kind === 'word' || kind === 'string'))
    return tokens.length ? 'record' : 'blank'
  return startsDirective(line, first, text) ? 'directive' : 'record'
}

const startsDirective = (line: Line, first: Token | undefined, text: string): boolean =>
  !line.indented && first?.kind === 'word' && text[first.span.from] === '$'

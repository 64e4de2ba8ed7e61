import { span, type Span } from '../../core/span.ts'

/** A stretch of a settings text. */
export interface Word {
  readonly text: string
  readonly span: Span
}

/** `name = value`, whose value goes on in the indented lines below it. */
export interface Entry {
  readonly name: Word
  readonly value: Value
  /** From the start of its first line to the end of its last, without the line's end. */
  readonly whole: Span
}

/** What stands behind the equals sign. */
export interface Value {
  /** Words between white space and commas, in order. */
  readonly words: readonly Word[]
  /** The value line by line, trimmed; empty lines are left out. */
  readonly lines: readonly Word[]
  /** From its first word to its last; where there is none, the place for one. */
  readonly span: Span
}

/** A line that is neither a setting nor a comment. */
export interface StrayLine {
  readonly kind: 'no-name' | 'no-equals' | 'indented'
  readonly line: Word
}

/** A settings text as read. */
export interface SettingsTree {
  readonly text: string
  readonly entries: readonly Entry[]
  readonly stray: readonly StrayLine[]
  /** What of the text lies beyond the limits, and was not read. */
  readonly unread?: Span
}

/** Characters and lines of a settings text that are read. */
export const settingsLimits = { characters: 64_000, lines: 2000 }

interface Draft {
  readonly name: Word
  readonly lines: Word[]
  readonly start: number
  /** Right behind the equals sign. */
  readonly valueFrom: number
  end: number
}

/** Reads any text, in the manner of Postfix's main.cf. Linear time; never throws. */
export function parseSettings(text: string): SettingsTree {
  const entries: Draft[] = []
  const stray: StrayLine[] = []
  let current: Draft | undefined
  let count = 0
  let at = 0
  for (; at <= text.length && count < settingsLimits.lines; count++) {
    const end = lineEnd(text, at)
    const raw = text.slice(at, end)
    const line = trimmed(raw, at)
    if (end > settingsLimits.characters) break
    if (line.text !== '' && !line.text.startsWith('#')) {
      if (line.span.from > at) {
        if (current) addLine(current, line)
        else stray.push({ kind: 'indented', line })
      } else {
        current = readEntry(line)
        if (current) entries.push(current)
        else stray.push({ kind: line.text.startsWith('=') ? 'no-name' : 'no-equals', line })
      }
    }
    at = end + 1
  }
  const unread = at <= text.length ? { unread: span(at, text.length) } : {}
  return { text, entries: entries.map(finish), stray, ...unread }
}

function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at)
  return found < 0 ? text.length : found
}

function trimmed(raw: string, at: number): Word {
  const text = raw.trim()
  const from = text === '' ? at : at + raw.length - raw.trimStart().length
  return { text, span: span(from, from + text.length) }
}

function readEntry(line: Word): Draft | undefined {
  const equals = line.text.indexOf('=')
  if (equals < 1) return undefined
  const name = trimmed(line.text.slice(0, equals), line.span.from)
  const valueFrom = line.span.from + equals + 1
  const first = trimmed(line.text.slice(equals + 1), valueFrom)
  const lines = first.text === '' ? [] : [first]
  return { name, lines, start: line.span.from, valueFrom, end: line.span.to }
}

function addLine(entry: Draft, line: Word): void {
  entry.lines.push(line)
  entry.end = line.span.to
}

function finish({ name, lines, start, valueFrom, end }: Draft): Entry {
  const from = lines[0]?.span.from ?? valueFrom
  const value = {
    words: lines.flatMap(wordsOf),
    lines,
    span: span(from, lines.at(-1)?.span.to ?? from),
  }
  return { name, value, whole: span(start, end) }
}

/** The words of a stretch: white space and commas stand between them. */
export const wordsOf = ({ text, span: { from } }: Word): Word[] =>
  [...text.matchAll(/[^\s,]+/g)].map(({ 0: word, index }) => ({
    text: word,
    span: span(from + index, from + index + word.length),
  }))

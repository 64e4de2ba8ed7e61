import type { Diagnostic, Fix, Severity, TextEdit } from '../../core/diagnostic.ts'
import { applyEdits } from '../../core/diagnostic.ts'
import type { Span } from '../../core/span.ts'
import type { CheckChange, CheckFinding, CheckFix, MarkedPlace } from './checked.ts'
import { checkLimits } from './limits.ts'
import type { Opened } from './opened.ts'

/** Counts lines of one text: built once, asked often. */
export class Lines {
  readonly text: string
  readonly #starts: number[] = [0]
  readonly #before: number

  /** @param before Lines that stand before the text where it was pasted: a place counts them too. */
  constructor(text: string, before = 0) {
    this.text = text
    this.#before = before
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
      this.#starts.push(at + 1)
  }

  /** From 1. */
  lineAt(at: number): number {
    let [low, high] = [0, this.#starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= at) low = middle
      else high = middle - 1
    }
    return low + 1
  }

  startOf(line: number): number {
    return this.#starts[line - 1] ?? this.text.length
  }

  /** Behind its last character, before its line end. */
  endOf(line: number): number {
    const next = this.#starts[line]
    if (next === undefined) return this.text.length
    return this.text[next - 2] === '\r' ? next - 2 : next - 1
  }

  /** The line of a span, marked; what goes on beyond the line is left out. */
  place({ from, to }: Span): MarkedPlace {
    const line = this.lineAt(from)
    const end = Math.max(from, this.endOf(line))
    const until = Math.min(Math.max(from, to), end)
    const around = checkLimits.line / 2
    return {
      line: line + this.#before,
      before: clippedStart(this.text.slice(this.startOf(line), from), around),
      marked: clippedEnd(this.text.slice(from, until), around),
      after: clippedEnd(this.text.slice(until, end), around),
    }
  }
}

export const linesOf = (one: Opened): Lines =>
  new Lines(one.text, one.kind === 'message' ? one.linesBefore : 0)

const clippedStart = (text: string, most: number): string =>
  text.length > most ? `…${text.slice(-most)}` : text
const clippedEnd = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)}…` : text

/** A finding of a rule, as it is drawn. @param sources The lines of each text, by its place in the list. */
export function findingOf(found: Diagnostic, sources: readonly Lines[]): CheckFinding {
  const text = Number(found.file)
  const lines = sources[text]
  return {
    text,
    severity: found.severity,
    code: found.code,
    ...(lines && { place: lines.place(found.span) }),
    message: found.message,
    why: found.why,
    source: found.source,
    fixes: found.fixes.map((fix) => fixOf(fix, text, sources)),
  }
}

export function fixOf({ title, edits }: Fix, own: number, sources: readonly Lines[]): CheckFix {
  const byText = new Map<number, TextEdit[]>()
  for (const edit of edits) {
    const text = edit.file === undefined ? own : Number(edit.file)
    byText.set(text, [...(byText.get(text) ?? []), edit])
  }
  return {
    title,
    changes: [...byText].flatMap(([text, of]) =>
      sources[text] ? [changeOf(text, of, sources[text])] : [],
    ),
  }
}

/** The whole lines that edits touch, before and after. */
function changeOf(text: number, edits: readonly TextEdit[], lines: Lines): CheckChange {
  const first = lines.lineAt(Math.min(...edits.map(({ span }) => span.from)))
  const last = lines.lineAt(Math.max(...edits.map(({ span }) => span.to)))
  const from = lines.startOf(first)
  const before = lines.text.slice(from, lines.endOf(last))
  const after = applyEdits(
    before,
    edits.map(({ span, text: written }) => ({
      text: written,
      span: { from: span.from - from, to: span.to - from },
    })),
  )
  const bare = edits.map(({ span, text: written }) => ({ span, text: written }))
  return { text, edits: bare, line: first, ...differing(rowsOf(before), rowsOf(after)) }
}

const rowsOf = (text: string): string[] => (text === '' ? [] : text.split(/\r?\n/))

/** Rows that are alike at both ends are no part of the change. */
function differing(before: string[], after: string[]): Pick<CheckChange, 'removed' | 'added'> {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  while (
    end < before.length - start &&
    end < after.length - start &&
    before.at(-1 - end) === after.at(-1 - end)
  )
    end++
  const shown = (rows: string[]): string[] =>
    rows
      .slice(start, rows.length - end)
      .slice(0, checkLimits.fixLines)
      .map((row) => clippedEnd(row, checkLimits.line * 2))
  return { removed: shown(before), added: shown(after) }
}

const SEVERITIES: readonly (Severity | 'question')[] = [
  'error',
  'warning',
  'question',
  'info',
  'hint',
]

/** What keeps the rest from being read comes first; then what keeps mail from being believed. */
const FAMILIES = ['verdict', 'dns', 'zone', 'spf', 'dmarc', 'dkim', 'mx', 'message', 'mime']

const rankOf = ({ severity, code }: Pick<CheckFinding, 'severity' | 'code'>): number => {
  const family = code?.slice(0, code.indexOf('/')) ?? 'verdict'
  const at = FAMILIES.indexOf(family)
  return SEVERITIES.indexOf(severity) * 100 + (at < 0 ? FAMILIES.length : at)
}

/** In order of harm; alike ones in the order of their texts and lines. */
export const byHarm = (found: readonly CheckFinding[]): CheckFinding[] =>
  found.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) || a.text - b.text || (a.place?.line ?? 0) - (b.place?.line ?? 0),
  )

/** Those that do most harm, as many as are shown: of the rest not even the lines are looked for. */
export const worstOf = (found: readonly Diagnostic[]): Diagnostic[] =>
  found
    .toSorted(
      (a, b) =>
        rankOf(a) - rankOf(b) || Number(a.file) - Number(b.file) || a.span.from - b.span.from,
    )
    .slice(0, checkLimits.findings)

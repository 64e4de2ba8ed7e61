import type { Diagnostic } from '../../core/diagnostic.ts'
import { renderFrame } from '../../core/frame.ts'
import { lengthOf, type Span } from '../../core/span.ts'
import { positionIn } from '../position.ts'
import { wrapText } from '../../core/text/columns.ts'
import { printable, type Paint, type Tone } from './paint.ts'

export interface Setting {
  readonly paint: Paint
  /** Columns. */
  readonly width: number
  /** `full`: with the rule's reason. */
  readonly detail: 'short' | 'full'
}

const TONES: Readonly<Record<Diagnostic['severity'], Tone>> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
  hint: 'cyan',
}

/** Characters before the span that a long line keeps. */
const LEAD = 24

/** The line and column of a finding, its severity, and the frame of it. */
export function drawFinding(
  found: Diagnostic,
  text: string,
  { paint, width, detail }: Setting,
): string {
  const { line, column } = positionIn(text, found.span.from)
  const tone = TONES[found.severity]
  const clipped = clipLine(text, found.span, width - 8)
  const [rule = '', source = '', carets = '', ...words] = renderFrame(
    { ...found, span: clipped.span },
    clipped.text,
  ).split('\n')
  const sentences =
    detail === 'full' ? [...words.slice(0, -1), found.why, ...words.slice(-1)] : words
  return [
    `${paint('bold', printable(`${found.file}:${line}:${column}`))} ${paint(tone, found.severity)}`,
    paint(tone, rule),
    source,
    paint(tone, carets),
    ...sentences.flatMap((one) => wrapText(printable(one), '', width)),
  ].join('\n')
}

/**
 * The span's line alone, on its own number, cut to what fits; and the span where it now stands.
 * Tabs become spaces, so that the carets stand below what they mean.
 */
function clipLine(whole: string, span: Span, room: number): { text: string; span: Span } {
  const start = whole.lastIndexOf('\n', span.from - 1) + 1
  const next = whole.indexOf('\n', span.from)
  const raw = whole.slice(start, next < 0 ? whole.length : next)
  const line = printable(raw.replace(/\r$/, '').replaceAll('\t', ' '))
  const above = '\n'.repeat(positionIn(whole, span.from).line - 1)
  const column = span.from - start
  const from = line.length <= room ? 0 : Math.max(0, Math.min(column - LEAD, line.length - room))
  const to = Math.min(line.length, from + room)
  const head = `${above}${from > 0 ? '…' : ''}`
  const text = `${head}${line.slice(from, to)}${to < line.length ? '…' : ''}`
  const moved = head.length + column - from
  return {
    text,
    span: { from: moved, to: Math.min(moved + lengthOf(span), head.length + to - from) },
  }
}

import { asCharacters } from './bytes.ts'
import type { Diagnostic } from './diagnostic.ts'
import { charactersBefore } from './octet-text.ts'
import { sectionLabel } from './section.ts'
import type { Span } from './span.ts'
import { textWidth } from './text/width.ts'

/** The width of a frame in characters. */
const WIDTH = 66

/**
 * Draws a diagnostic as text: a rule with its code, the line with a caret under the span, the
 * message, the fix and the section. For terminals, and for `pre` elements.
 */
export function renderFrame(diagnostic: Diagnostic, text: string): string {
  const found = lineAt(text, diagnostic.span)
  const { line, number, column, length } = diagnostic.inOctets ? readable(found) : found
  const before = cells(line.slice(0, column))
  const gutter = `${number} │ `
  const width = Math.max(1, cells(line.slice(column, column + length)))
  const title = diagnostic.code.split('/').at(-1)!.replaceAll('-', ' ')
  return [
    `── ${title} ${'─'.repeat(Math.max(2, WIDTH - title.length - diagnostic.code.length - 5))} ${diagnostic.code}`,
    `${gutter}${line}`,
    `${' '.repeat(gutter.length - 2)}│ ${' '.repeat(before)}${'^'.repeat(width)}`,
    diagnostic.message,
    ...diagnostic.fixes.map((fix) => `${fix.title}.`),
    sectionLabel(diagnostic.source),
  ].join('\n')
}

interface Line {
  readonly line: string
  readonly number: number
  readonly column: number
  /** Of the marked part of the line. */
  readonly length: number
}

/** Cells of a terminal; what has none of its own, as a control character, is shown as one. */
const cells = (text: string): number => textWidth(text.replace(/\p{Cc}/gu, ' '))

/** A line of octets as the characters that they spell. */
function readable({ line, number, column, length }: Line): Line {
  const start = charactersBefore(line, column)
  const end = charactersBefore(line, column + length)
  return { line: asCharacters(line), number, column: start, length: end - start }
}

function lineAt(text: string, { from, to }: Span): Line {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const end = text.indexOf('\n', from)
  const line = text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '')
  const column = from - start
  return {
    line,
    number: text.slice(0, start).split('\n').length,
    column,
    length: Math.min(to - from, line.length - column),
  }
}

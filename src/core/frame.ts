import type { Diagnostic } from './diagnostic.ts'
import { sectionLabel } from './section.ts'
import type { Span } from './span.ts'

/** The width of a frame in characters. */
const WIDTH = 66

/**
 * Draws a diagnostic as text: a rule with its code, the line with a caret under the span, the
 * message, the fix and the section. For terminals, and for `pre` elements.
 */
export function renderFrame(diagnostic: Diagnostic, text: string): string {
  const { line, number, column } = lineAt(text, diagnostic.span)
  const gutter = `${number} │ `
  const width = Math.max(
    1,
    Math.min(diagnostic.span.to - diagnostic.span.from, line.length - column),
  )
  const title = diagnostic.code.split('/').at(-1)!.replaceAll('-', ' ')
  return [
    `── ${title} ${'─'.repeat(Math.max(2, WIDTH - title.length - diagnostic.code.length - 5))} ${diagnostic.code}`,
    `${gutter}${line}`,
    `${' '.repeat(gutter.length - 2)}│ ${' '.repeat(column)}${'^'.repeat(width)}`,
    diagnostic.message,
    ...diagnostic.fixes.map((fix) => `${fix.title}.`),
    sectionLabel(diagnostic.source),
  ].join('\n')
}

interface Line {
  readonly line: string
  readonly number: number
  readonly column: number
}

function lineAt(text: string, { from }: Span): Line {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const end = text.indexOf('\n', from)
  return {
    line: text.slice(start, end < 0 ? text.length : end).replace(/\r$/, ''),
    number: text.slice(0, start).split('\n').length,
    column: from - start,
  }
}

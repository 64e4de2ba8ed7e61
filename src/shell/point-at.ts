import type { Span } from '../core/span.ts'
import { dim, red, withCode } from '../core/text/ansi.ts'
import { textWidth } from '../core/text/width.ts'

/** Units of the line that are shown on either side of the place. */
const AROUND = 60

/** The typed line with a mark under a place in it, and a sentence about that place. */
export function pointAt(line: string, place: Span, message: string): string {
  const start = Math.max(0, place.from - AROUND)
  const shown = line.slice(start, place.to + AROUND).replaceAll('\t', ' ')
  const before = textWidth(shown.slice(0, place.from - start))
  const width = Math.max(1, Math.min(textWidth(line.slice(place.from, place.to)), AROUND))
  return [
    dim(`  ${shown}`),
    `  ${' '.repeat(before)}${red('^'.repeat(width))}`,
    withCode(message),
  ].join('\n')
}

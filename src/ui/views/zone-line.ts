import type { Place } from '../../core/span.ts'

/** A stretch of a line in three: before the marked part, the part, behind it. */
export interface MarkedLine {
  readonly number: number
  readonly before: string
  readonly marked: string
  readonly after: string
}

/** The line of a text that a place stands in, with the place marked; where it goes on, up to the end. */
export function lineOf(text: string, { span }: Pick<Place, 'span'>): MarkedLine {
  const from = Math.min(Math.max(0, span.from), text.length)
  const start = text.lastIndexOf('\n', from - 1) + 1
  const next = text.indexOf('\n', from)
  const end = next < 0 ? text.length : next
  const to = Math.min(Math.max(from, span.to), end)
  return {
    number: text.slice(0, start).split('\n').length,
    before: text.slice(start, from),
    marked: text.slice(from, to),
    after: text.slice(to, end),
  }
}

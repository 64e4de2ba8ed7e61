/**
 * A stretch of a source, half open: `from` is the first position, `to` the one after the last.
 * Positions count UTF-16 units in a text and octets in a message.
 */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A span in a named source: a zone (its file name or origin), a message, a record. */
export interface Place {
  readonly file: string
  readonly span: Span
}

export const span = (from: number, to: number): Span => ({ from, to })

export const lengthOf = (s: Span): number => s.to - s.from

export const shift = (s: Span, by: number): Span => span(s.from + by, s.to + by)

/** The smallest span that holds both. */
export const cover = (a: Span, b: Span): Span =>
  span(Math.min(a.from, b.from), Math.max(a.to, b.to))

/** Whether the position stands in the span or right behind it, as a caret does. */
export const touches = (s: Span, position: number): boolean =>
  s.from <= position && position <= s.to

export const slice = (text: string, s: Span): string => text.slice(s.from, s.to)

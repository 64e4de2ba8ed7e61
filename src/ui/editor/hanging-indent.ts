/** Owner, TTL and class in either order, type; the value follows (RFC 1035 §5.1). */
const HEAD = /^[^\s;"()]*(?:\s+(?:\d\w*|IN|CH|HS|CS)(?=\s))*\s+[A-Za-z][\w-]*\s+(?=\S)/i
const DIRECTIVE = /^\$\w+\s+(?=\S)/
const COMMENT = /^\s*;+\s*/
const INDENT = /^\s*/

/** Columns by which a line goes on where its value has no room to stand apart. */
const LEAST = 4
/** A row of fewer columns than this, as a phone has, is too short for a deep indent. */
const NARROW = 60

/**
 * The column, from 0, at which a wrapped line of a zone goes on: that of its value, of a comment's
 * words, or of what continues a record of several lines.
 */
export function valueColumn(line: string): number {
  const found = DIRECTIVE.exec(line) ?? COMMENT.exec(line) ?? HEAD.exec(line) ?? INDENT.exec(line)
  const column = found?.[0].length ?? 0
  return column > 0 ? column : LEAST
}

/**
 * By how many columns the further rows of a line are indented.
 * @param columns Columns of a row.
 */
export function hangingIndent(line: string, columns: number): number {
  if (columns < NARROW) return LEAST
  const column = valueColumn(line)
  return column > columns / 2 ? LEAST : column
}

import { span, type Span } from '../../../core/span.ts'

const LF = 10
const CR = 13
const DASH = 45
const SPACE = 32
const TAB = 9

/**
 * Where lines begin with `--`: all that can be a boundary line of any multipart. Found once for a
 * message, so that nested multiparts cost no more than the message is long.
 */
export function dashedLines(bytes: Uint8Array): number[] {
  const found: number[] = []
  for (let at = bytes.indexOf(DASH); at >= 0; at = bytes.indexOf(DASH, at + 1))
    if (bytes[at + 1] === DASH && (at === 0 || bytes[at - 1] === LF)) found.push(at)
  return found
}

const startsDashed = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === DASH && bytes[at + 1] === DASH

/**
 * The parts between a multipart's boundary lines (RFC 2046 §5.1.1). The line end before a boundary
 * belongs to the boundary. Without the closing line the last part runs to the end.
 * @param dashed What `dashedLines` found.
 */
export function splitAtBoundary(
  bytes: Uint8Array,
  body: Span,
  boundary: string,
  dashed: readonly number[],
): Span[] {
  const parts: Span[] = []
  let start: number | undefined
  for (let index = firstFrom(dashed, body.from); index < dashed.length; index++) {
    const at = dashed[index]!
    if (at >= body.to) break
    const line = readDelimiter(bytes, at, body.to, boundary)
    if (!line) continue
    if (start !== undefined) parts.push(span(start, Math.max(start, beforeLineEnd(bytes, at))))
    if (line.closes) return parts
    start = line.next
  }
  return start === undefined ? parts : [...parts, span(start, body.to)]
}

/** The index of the first position that is not before `from`. */
function firstFrom(positions: readonly number[], from: number): number {
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (positions[middle]! < from) low = middle + 1
    else high = middle
  }
  return low
}

interface Delimiter {
  readonly closes: boolean
  /** Behind its line end. */
  readonly next: number
}

/** `--boundary` or `--boundary--`, and nothing but white space up to the line end. */
function readDelimiter(
  bytes: Uint8Array,
  from: number,
  limit: number,
  boundary: string,
): Delimiter | undefined {
  let at = from + 2
  for (let index = 0; index < boundary.length; index++)
    if (bytes[at++] !== boundary.charCodeAt(index)) return undefined
  const closes = startsDashed(bytes, at)
  if (closes) at += 2
  while (bytes[at] === SPACE || bytes[at] === TAB) at++
  if (bytes[at] === CR) at++
  if (at >= limit) return at - limit > 1 ? undefined : { closes, next: limit }
  return bytes[at] === LF ? { closes, next: at + 1 } : undefined
}

function beforeLineEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at - 1] !== LF) return at
  return bytes[at - 2] === CR ? at - 2 : at - 1
}

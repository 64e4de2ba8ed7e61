import { trimWhite } from '../../../message/white.ts'
import type { Canonicalization } from '../canonicalize.ts'

/** A canonical text that knows where each of its octets stood. */
export interface Mapped {
  readonly text: string
  /** Where the octet stands in the message; the end for what is behind the last. */
  at(offset: number): number
}

interface Writer {
  readonly pieces: string[]
  /** Where each piece starts in the canonical text, and in the message. */
  readonly starts: number[]
  readonly raw: number[]
  length: number
}

const writer = (): Writer => ({ pieces: [], starts: [], raw: [], length: 0 })

function put(to: Writer, text: string, raw: number): void {
  if (text === '') return
  to.pieces.push(text)
  to.starts.push(to.length)
  to.raw.push(raw)
  to.length += text.length
}

const finish = ({ pieces, starts, raw, length }: Writer, end: number): Mapped => ({
  text: pieces.join(''),
  at(offset) {
    if (offset >= length) return end
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    // A line end that is written but never stood there has no room of its own.
    return Math.min(end, raw[low]! + (offset - starts[low]!))
  },
})

/** The body as it is hashed (RFC 6376 §3.4.3, §3.4.4), with where it stood. */
export function mapBody(text: string, bodyStart: number, how: Canonicalization): Mapped {
  const out = writer()
  /** Empty lines are written once something stands behind them. */
  let waiting: number[] = []
  for (let at = bodyStart; at < text.length;) {
    const found = text.indexOf('\r\n', at)
    const end = found < 0 ? text.length : found
    const line = writer()
    if (how === 'simple') put(line, text.slice(at, end), at)
    else putRelaxed(line, text, at, end)
    if (line.length > 0) {
      for (const raw of waiting) put(out, '\r\n', raw)
      waiting = []
      line.pieces.forEach((piece, index) => put(out, piece, line.raw[index]!))
    }
    waiting.push(end)
    at = found < 0 ? text.length : found + 2
  }
  // The body ends with one line end, whether it had it or not.
  if (out.length > 0) put(out, '\r\n', waiting[0] ?? text.length)
  else if (how === 'simple') put(out, '\r\n', bodyStart)
  return finish(out, text.length)
}

/** Runs of white space become one space; at the end of a line they go. */
function putRelaxed(out: Writer, text: string, from: number, to: number): void {
  const pattern = /([^ \t]+)|[ \t]+/g
  let space: number | undefined
  for (const found of text.slice(from, to).matchAll(pattern)) {
    if (found[1] === undefined) space = from + found.index
    else {
      if (space !== undefined) put(out, ' ', space)
      space = undefined
      put(out, found[1], from + found.index)
    }
  }
}

/** A field as it is hashed (RFC 6376 §3.4.1, §3.4.2), with where it stood. */
export function mapField(text: string, from: number, to: number, how: Canonicalization): Mapped {
  const end = text.endsWith('\r\n', to) ? to - 2 : text.endsWith('\n', to) ? to - 1 : to
  const out = writer()
  if (how === 'simple') put(out, text.slice(from, end), from)
  else putRelaxedField(out, text, from, end)
  put(out, '\r\n', end)
  return finish(out, to)
}

function putRelaxedField(out: Writer, text: string, from: number, end: number): void {
  const colon = Math.min(end, Math.max(from, text.indexOf(':', from)))
  const name = text.slice(from, colon)
  put(out, trimWhite(name).toLowerCase(), from)
  put(out, ':', colon)
  const value = text.slice(colon + 1, end)
  let space: number | undefined
  let isFirst = true
  for (const found of value.matchAll(/((?:(?!\r?\n)[^ \t])+)|(?:[ \t]|\r?\n)+/g)) {
    const at = colon + 1 + found.index
    if (found[1] === undefined) {
      // Line ends go, white space around them becomes one space; a line end alone leaves nothing.
      if (/[ \t]/.test(found[0])) space = at
    } else {
      if (space !== undefined && !isFirst) put(out, ' ', space)
      space = undefined
      isFirst = false
      put(out, found[1], at)
    }
  }
}

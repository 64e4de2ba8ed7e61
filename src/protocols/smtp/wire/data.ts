import { TEXT_LINE } from '../limits.ts'
import { addToRope, emptyRope, type Rope } from '../../shared/wire/rope.ts'

/**
 * A message as it comes in after DATA, decoded octet by octet, so that it never matters where the
 * network cut it. The stuffed dots are taken out (RFC 5321 §4.5.2), nothing else is changed.
 */
export interface DataState {
  readonly at: Position
  readonly content: Rope
  /** Octets of the message so far, stored or not (RFC 1870 §5 counts CRLF, but no stuffed dots). */
  readonly size: number
  /** Octets of the line so far. */
  readonly line: number
  readonly bareLf: boolean
  readonly longLine: boolean
}

/** `dot`: a dot that began a line is held back. `dot-cr`: a CR behind it too. `cr`: a CR is. */
type Position = 'line-start' | 'text' | 'cr' | 'dot' | 'dot-cr'

/** The CRLF of the DATA command itself counts as the line end before the first line (§4.1.1.4). */
export const emptyData: DataState = {
  at: 'line-start',
  content: emptyRope,
  size: 0,
  line: 0,
  bareLf: false,
  longLine: false,
}

export interface DataRules {
  /** Whether a bare LF, or a bare CR around a lone dot, can end a line as CRLF does. */
  readonly bareLf: 'strict' | 'lax'
  /** Octets to store; a longer message is counted and dropped. 0 for no limit. */
  readonly maxSize: number
}

export interface DataRead {
  readonly state: DataState
  /** Where the octets behind the end of the message begin. */
  readonly next: number
  readonly ended: boolean
}

const LF = 10
const CR = 13
const DOT = 46

const none = new Uint8Array()

/** Octets that one call reads at most, so that many small messages in one piece cost no more than one. */
const WINDOW = 4096

/**
 * Reads message data from `bytes`, starting at `from`, up to the end of the message if it comes,
 * or as far as `next` says.
 */
export function readData(
  state: DataState,
  bytes: Uint8Array,
  from: number,
  rules: DataRules,
): DataRead {
  const end = Math.min(bytes.length, from + WINDOW)
  const window = bytes.subarray(0, end)
  let { at, line, bareLf, longLine, content } = state
  /** Where octets go one by one; only what is not whole lines takes this way. */
  let out = none
  let written = 0
  let next = from
  let ended = false

  const room = (): Uint8Array => {
    // One more: a CR that was held back may come out.
    if (out === none) out = new Uint8Array(end - from + 1)
    return out
  }
  const part = (octets: Uint8Array): void => {
    if (written > 0) {
      content = addToRope(content, out.subarray(0, written))
      out = out.subarray(written)
    }
    content = addToRope(content, octets)
    written = 0
  }
  const keep = (octet: number): void => {
    room()[written++] = octet
    if (++line > TEXT_LINE) longLine = true
  }
  const plain = (octet: number): void => {
    if (octet === CR) {
      at = 'cr'
    } else if (octet === LF) {
      bareLf = true
      keep(octet)
      if (rules.bareLf === 'lax') endLine()
      else at = 'text'
    } else {
      keep(octet)
      at = 'text'
    }
  }
  const endLine = (): void => {
    at = 'line-start'
    line = 0
  }

  while (next < end && !ended) {
    if (at === 'line-start') {
      const stop = endOfLines(window, next)
      part(bytes.subarray(next, stop))
      next = stop
      if (next === end) break
    }
    if (at === 'text') {
      const stop = endOfRun(bytes, next, end)
      room().set(bytes.subarray(next, stop), written)
      written += stop - next
      line += stop - next
      if (line > TEXT_LINE) longLine = true
      next = stop
      if (next === end) break
    }
    const octet = bytes[next++]!
    switch (at) {
      case 'line-start':
        if (octet === DOT) at = 'dot'
        else plain(octet)
        break
      case 'text':
        plain(octet)
        break
      case 'cr':
        keep(CR)
        if (octet === LF) {
          keep(LF)
          endLine()
        } else if (octet === DOT && rules.bareLf === 'lax') {
          line = 0
          at = 'dot'
        } else plain(octet)
        break
      case 'dot':
        if (octet === CR) at = 'dot-cr'
        else if (octet === LF && rules.bareLf === 'lax') ended = true
        else plain(octet)
        break
      case 'dot-cr':
        if (octet === LF) ended = true
        else if (rules.bareLf === 'lax') {
          // `<CR>.<CR>` ended it; this octet is a command's first.
          next--
          ended = true
        } else {
          keep(CR)
          plain(octet)
        }
        break
    }
  }

  part(none)
  const size = state.size + content.length - state.content.length
  const fits = rules.maxSize === 0 || size <= rules.maxSize
  return {
    state: { at, content: fits ? content : emptyRope, size, line, bareLf, longLine },
    next,
    ended,
  }
}

/** Where the whole lines end that are stored as they came: most of a message, so they go at once. */
function endOfLines(window: Uint8Array, from: number): number {
  let at = from
  while (at < window.length && window[at] !== DOT) {
    const cr = window.indexOf(CR, at)
    if (cr < 0 || window.indexOf(LF, at) !== cr + 1 || cr + 2 - at > TEXT_LINE) break
    at = cr + 2
  }
  return at
}

/** Where the octets end that are plain text: at a CR, an LF, or `end`. */
function endOfRun(bytes: Uint8Array, from: number, end: number): number {
  let at = from
  while (at < end && bytes[at] !== CR && bytes[at] !== LF) at++
  return at
}

import { concatBytes, fromUtf8, latin1 } from '../../../core/bytes.ts'
import { emptyLine, readLine, type LineBuffer } from '../../shared/wire/lines.ts'
import { addToRope, emptyRope, ropeBytes, type Rope } from '../../shared/wire/rope.ts'
import { CLIENT_LINE, CLIENT_MESSAGE } from './limits.ts'

/** A reply as a client reads it. */
export interface HeardReply {
  readonly status: '+OK' | '-ERR' | '+'
  /** Behind the status. */
  readonly text: string
  /** The lines up to the lone dot, stuffed dots taken out; empty where none were waited for. */
  readonly body: Uint8Array
}

/** A reply whose end has not arrived. */
export interface HeardSoFar {
  readonly line: LineBuffer
  readonly first?: Pick<HeardReply, 'status' | 'text'>
  readonly body: Rope
}

export const nothingHeard: HeardSoFar = { line: emptyLine, body: emptyRope }

export type HeardRead =
  | { readonly kind: 'partial'; readonly heard: HeardSoFar }
  | { readonly kind: 'reply'; readonly reply: HeardReply; readonly next: number }
  | { readonly kind: 'nonsense'; readonly why: string }

const DOT = 46
const CRLF = latin1('\r\n')

/**
 * Reads on from `from` to the end of one reply (RFC 1939 §3).
 * @param expects `lines`: after +OK more follows, up to a lone dot.
 */
export function hearReply(
  start: HeardSoFar,
  bytes: Uint8Array,
  from: number,
  expects: 'line' | 'lines',
): HeardRead {
  let heard = start
  let at = from
  while (at < bytes.length) {
    const read = readLine(heard.line, bytes, at, CLIENT_LINE)
    if (!read.ended) {
      return read.buffer.length > CLIENT_LINE
        ? { kind: 'nonsense', why: 'a line without an end' }
        : { kind: 'partial', heard: { ...heard, line: read.buffer } }
    }
    at = read.next
    const { line } = read
    if (!heard.first) {
      const first = firstLine(fromUtf8(line))
      if (!first) return { kind: 'nonsense', why: fromUtf8(line.subarray(0, 80)) }
      if (expects === 'line' || first.status !== '+OK')
        return { kind: 'reply', reply: { ...first, body: new Uint8Array() }, next: at }
      heard = { ...nothingHeard, first }
    } else if (line.length === 1 && line[0] === DOT) {
      return { kind: 'reply', reply: { ...heard.first, body: ropeBytes(heard.body) }, next: at }
    } else {
      const text = line[0] === DOT ? line.subarray(1) : line
      const body = addToRope(heard.body, concatBytes([text, CRLF]))
      if (body.length > CLIENT_MESSAGE) return { kind: 'nonsense', why: 'a message without an end' }
      heard = { ...heard, line: emptyLine, body }
    }
  }
  return { kind: 'partial', heard }
}

function firstLine(line: string): HeardSoFar['first'] {
  const [, status, text = ''] = /^(\+OK|-ERR|\+)(?: (.*))?$/s.exec(line) ?? []
  return status === '+OK' || status === '-ERR' || status === '+' ? { status, text } : undefined
}

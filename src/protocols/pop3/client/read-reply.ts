import { concatBytes, fromUtf8, latin1 } from '../../../core/bytes.ts'
import { emptyLine, readLine, type LineBuffer } from '../../shared/wire/lines.ts'
import { addToRope, emptyRope, ropeBytes, type Rope } from '../../shared/wire/rope.ts'
import { CLIENT_LINE, CLIENT_MESSAGE } from './limits.ts'

/** A reply as a client reads it. */
export interface ClientReply {
  readonly status: '+OK' | '-ERR' | '+'
  /** The text behind the status. */
  readonly text: string
  /** The lines up to the lone dot, without stuffed dots; empty for a reply of one line. */
  readonly body: Uint8Array
}

/** A reply whose end has not arrived. */
export interface PartialReply {
  readonly line: LineBuffer
  readonly first?: Pick<ClientReply, 'status' | 'text'>
  readonly body: Rope
}

export const emptyReply: PartialReply = { line: emptyLine, body: emptyRope }

export type ReplyRead =
  | { readonly kind: 'partial'; readonly reply: PartialReply }
  | { readonly kind: 'reply'; readonly reply: ClientReply; readonly next: number }
  | { readonly kind: 'nonsense'; readonly why: string }

const DOT = 46
const CRLF = latin1('\r\n')

/**
 * Reads on from `from` to the end of one reply (RFC 1939 §3).
 * @param expects `lines`: after +OK more follows, up to a lone dot.
 */
export function readReply(
  start: PartialReply,
  bytes: Uint8Array,
  from: number,
  expects: 'line' | 'lines',
): ReplyRead {
  let reply = start
  let at = from
  while (at < bytes.length) {
    const read = readLine(reply.line, bytes, at, CLIENT_LINE)
    if (!read.ended) {
      return read.buffer.length > CLIENT_LINE
        ? { kind: 'nonsense', why: 'a line without an end' }
        : { kind: 'partial', reply: { ...reply, line: read.buffer } }
    }
    at = read.next
    const { line } = read
    if (!reply.first) {
      const first = firstLine(fromUtf8(line))
      if (!first) return { kind: 'nonsense', why: fromUtf8(line.subarray(0, 80)) }
      if (expects === 'line' || first.status !== '+OK')
        return { kind: 'reply', reply: { ...first, body: new Uint8Array() }, next: at }
      reply = { ...emptyReply, first }
    } else if (line.length === 1 && line[0] === DOT) {
      return { kind: 'reply', reply: { ...reply.first, body: ropeBytes(reply.body) }, next: at }
    } else {
      const text = line[0] === DOT ? line.subarray(1) : line
      const body = addToRope(reply.body, concatBytes([text, CRLF]))
      if (body.length > CLIENT_MESSAGE) return { kind: 'nonsense', why: 'a message without an end' }
      reply = { ...reply, line: emptyLine, body }
    }
  }
  return { kind: 'partial', reply }
}

function firstLine(line: string): PartialReply['first'] {
  const [, status, text = ''] = /^(\+OK|-ERR|\+)(?: (.*))?$/s.exec(line) ?? []
  return status === '+OK' || status === '-ERR' || status === '+' ? { status, text } : undefined
}

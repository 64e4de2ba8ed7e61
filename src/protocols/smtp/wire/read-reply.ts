import { fromUtf8 } from '../../../core/bytes.ts'
import { REPLY_LINES } from '../limits.ts'
import type { Reply } from './reply.ts'
import { emptyLine, readLine, type LineBuffer } from '../../shared/wire/lines.ts'

/** Octets of a reply line to keep: twice what a server may send, so that a long one is still read. */
const KEPT = 1024

/** A reply of which not every line has arrived. */
export interface ReplyBuffer {
  readonly line: LineBuffer
  readonly lines: readonly ReplyLine[]
}

interface ReplyLine {
  readonly code: number
  readonly isLast: boolean
  readonly text: string
}

export const emptyReply: ReplyBuffer = { line: emptyLine, lines: [] }

export type ReplyRead =
  | { readonly kind: 'partial'; readonly buffer: ReplyBuffer }
  | { readonly kind: 'reply'; readonly reply: Reply; readonly next: number }
  /** A line that is no part of a reply. */
  | { readonly kind: 'nonsense'; readonly line: string; readonly next: number }

/**
 * Reads one reply of a server, of one line or several (RFC 5321 §4.2), from `bytes` at `from`.
 * A code alone, without text or space, is taken too (§4.2). Never throws.
 */
export function readReply(buffer: ReplyBuffer, bytes: Uint8Array, from: number): ReplyRead {
  let { line, lines } = buffer
  for (let at = from; ;) {
    const read = readLine(line, bytes, at, KEPT)
    if (!read.ended) return { kind: 'partial', buffer: { line: read.buffer, lines } }
    const text = fromUtf8(read.line)
    const parsed = parseLine(text)
    if (!parsed || lines.length >= REPLY_LINES)
      return { kind: 'nonsense', line: text, next: read.next }
    lines = [...lines, parsed]
    if (parsed.isLast) return { kind: 'reply', reply: toReply(lines), next: read.next }
    line = emptyLine
    at = read.next
  }
}

function parseLine(line: string): ReplyLine | undefined {
  const found = /^([2-5][0-5]\d)(?:([ -])(.*))?$/s.exec(line)
  if (!found) return undefined
  return { code: Number(found[1]), isLast: found[2] !== '-', text: found[3] ?? '' }
}

const ENHANCED = /^([245]\.\d{1,3}\.\d{1,3})(?: |$)/

/** The enhanced code stands on every line, and its class is that of the code (RFC 2034 §4). */
function toReply(lines: readonly ReplyLine[]): Reply {
  const { code, text } = lines.at(-1)!
  const enhanced = ENHANCED.exec(text)?.[1]
  const texts = lines.map((line) => line.text)
  if (enhanced === undefined || !enhanced.startsWith(String(code)[0]!))
    return { code, lines: texts }
  return { code, enhanced, lines: texts.map((each) => each.replace(ENHANCED, '')) }
}

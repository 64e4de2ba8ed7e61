import { CLIENT_LINE, CLIENT_LITERALS } from './limits.ts'
import {
  readCommand,
  acceptLiteral,
  type CommandBuffer,
  type CommandLine,
} from '../wire/command-line.ts'

export type ResponseRead =
  | { readonly kind: 'partial'; readonly buffer: CommandBuffer }
  | { readonly kind: 'line'; readonly line: CommandLine; readonly next: number }
  | { readonly kind: 'nonsense'; readonly why: string }

/**
 * Reads on from `from` to the end of one response: a line, and where a literal is announced at its
 * end, the literal and the next line (RFC 9051 §2.2.2).
 */
export function readResponseLine(
  start: CommandBuffer,
  bytes: Uint8Array,
  from: number,
): ResponseRead {
  let buffer = start
  let at = from
  for (;;) {
    const read = readCommand(buffer, bytes, at, CLIENT_LINE)
    if (read.type === 'tooLong') return { kind: 'nonsense', why: 'a line without an end' }
    if (read.type === 'command') return { kind: 'line', line: read.command, next: read.next }
    if (read.type === 'more' && read.next >= bytes.length)
      return read.buffer.line.length > CLIENT_LINE
        ? { kind: 'nonsense', why: 'a line without an end' }
        : { kind: 'partial', buffer: read.buffer }
    at = read.next
    if (read.type === 'more') buffer = read.buffer
    else {
      const { command } = read.buffer
      const text = command.text.slice(0, -2)
      if (isSentence(text)) return { kind: 'line', line: { ...command, text }, next: at }
      if (octetsIn(command) + read.announced.size > CLIENT_LITERALS)
        return { kind: 'nonsense', why: 'more octets than anybody reads' }
      buffer = acceptLiteral(read.buffer, read.announced)
    }
  }
}

/** A text for people may end in `{3}` without a literal; a code in brackets announces one. */
const isSentence = (text: string): boolean =>
  /^(?:\+|\S+ (?:OK|NO|BAD|BYE|PREAUTH)) (?!\[[^\]]*$)/i.test(text)

const octetsIn = ({ literals }: CommandLine): number =>
  literals.reduce((sum, { octets }) => sum + octets.length, 0)

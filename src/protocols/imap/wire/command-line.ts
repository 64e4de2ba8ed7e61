import { concatBytes, fromLatin1 } from '../../../core/bytes.ts'
import { addToRope, emptyRope, ropeBytes, type Rope } from '../../shared/wire/rope.ts'

/** A command as it arrived: its lines, and the octets of its literals. */
export interface CommandLine {
  /**
   * One UTF-16 unit an octet. It contains a literal's announcement with its CRLF; what was
   * announced does not.
   */
  readonly text: string
  readonly literals: readonly Literal[]
}

export interface Literal {
  /** The offset of its octets in the text: right behind the CRLF of its announcement. */
  readonly at: number
  readonly octets: Uint8Array
}

/** `{12}`, `{12+}`, `~{12}` or `~{12+}` at the end of a line. */
export interface Announced {
  readonly size: number
  /** `waits`: the client waits for `+` (RFC 9051 §4.3). `follows`: it does not (RFC 7888 §3). */
  readonly client: 'waits' | 'follows'
  readonly kind: 'literal' | 'literal8'
}

/** The start of a command whose end has not arrived. */
export interface CommandBuffer {
  readonly command: CommandLine
  readonly line: PartLine
  readonly expecting: Expecting
}

/** What the next octets are. A skipped literal belongs to a command that has its reply already. */
type Expecting =
  | { readonly type: 'line' }
  | { readonly type: 'literal'; readonly left: number; readonly rope: Rope }
  | { readonly type: 'skippedLine' }
  | { readonly type: 'skippedLiteral'; readonly left: number }

interface PartLine {
  /** At most the limit and one more octet. */
  readonly rope: Rope
  /** Octets seen. */
  readonly length: number
  /** The last few octets seen: even a line that is too long may announce a literal. */
  readonly tail: Uint8Array
}

const emptyLine: PartLine = { rope: emptyRope, length: 0, tail: new Uint8Array() }

export const emptyCommand: CommandBuffer = {
  command: { text: '', literals: [] },
  line: emptyLine,
  expecting: { type: 'line' },
}

export type CommandRead =
  | { readonly type: 'more'; readonly buffer: CommandBuffer; readonly next: number }
  /** The caller accepts it with `acceptLiteral` or skips it with `skipLiteral`, then reads on at `next`. */
  | {
      readonly type: 'announced'
      readonly buffer: CommandBuffer
      readonly announced: Announced
      readonly next: number
    }
  | { readonly type: 'command'; readonly command: CommandLine; readonly next: number }
  /** `command` is its start; `announced` is what its last line ended with. */
  | {
      readonly type: 'tooLong'
      readonly command: CommandLine
      readonly announced: Announced | undefined
      readonly next: number
    }

/**
 * Reads up to the end of a command, or to a literal's announcement. The result is the same however
 * the octets are cut. A bare LF ends a line as CRLF does.
 * @param limit Octets in all lines of the command.
 */
export function readCommand(
  buffer: CommandBuffer,
  bytes: Uint8Array,
  from: number,
  limit: number,
): CommandRead {
  const { expecting } = buffer
  if (expecting.type === 'literal') return readLiteral(buffer, expecting, bytes, from, limit)
  if (expecting.type === 'skippedLiteral') {
    const next = Math.min(bytes.length, from + expecting.left)
    const left = expecting.left - (next - from)
    return more({ ...emptyCommand, expecting: skipping(left) }, next)
  }
  const end = bytes.indexOf(LF, from)
  const isWhole = end >= 0 && end - from <= limit && buffer === emptyCommand
  if (isWhole && !isBrace(bytes, from, end)) return wholeLine(bytes, from, end)
  const piece = bytes.subarray(from, end < 0 ? bytes.length : end)
  const line = addPiece(buffer.line, piece, limit + 1)
  if (end < 0) return more({ ...buffer, line }, bytes.length)
  if (expecting.type === 'skippedLine') return endSkippedLine(line, end + 1)
  return endLine(buffer, line, end + 1, limit)
}

/** A command of one line that came in one piece, as nearly all are. */
function wholeLine(bytes: Uint8Array, from: number, end: number): CommandRead {
  const text = fromLatin1(bytes.subarray(from, withoutCr(bytes, from, end)))
  return { type: 'command', command: { text, literals: [] }, next: end + 1 }
}

/** Whether the line may announce a literal. */
const isBrace = (bytes: Uint8Array, from: number, end: number): boolean =>
  bytes[withoutCr(bytes, from, end) - 1] === BRACE

const withoutCr = (bytes: Uint8Array, from: number, end: number): number =>
  end > from && bytes[end - 1] === CR ? end - 1 : end

const more = (buffer: CommandBuffer, next: number): CommandRead => ({ type: 'more', buffer, next })

const LF = 10
const CR = 13
const BRACE = 125

/** Octets of `~{4294967295+}` and a CR. */
const TAIL = 16

function addPiece(line: PartLine, piece: Uint8Array, keep: number): PartLine {
  const room = Math.max(0, keep - line.rope.length)
  return {
    rope: addToRope(line.rope, piece.subarray(0, room)),
    length: line.length + piece.length,
    tail: concatBytes([line.tail, piece.subarray(-TAIL)]).slice(-TAIL),
  }
}

function endLine(buffer: CommandBuffer, line: PartLine, next: number, limit: number): CommandRead {
  const kept = ropeBytes(line.rope)
  const whole = kept.length === line.length
  const text =
    buffer.command.text + fromLatin1(whole && kept.at(-1) === CR ? kept.subarray(0, -1) : kept)
  const announced = announcedBy(line)
  const command = { ...buffer.command, text }
  if (!whole || text.length > limit) return { type: 'tooLong', command, announced, next }
  if (!announced) return { type: 'command', command, next }
  const waiting = { ...buffer, line: emptyLine, command: { ...command, text: `${text}\r\n` } }
  return { type: 'announced', buffer: waiting, announced, next }
}

function announcedBy({ tail }: PartLine): Announced | undefined {
  const found = /(~?)\{(\d{1,10})(\+?)\}\r?$/.exec(fromLatin1(tail))
  if (!found) return undefined
  return {
    size: Number(found[2]),
    client: found[3] ? 'follows' : 'waits',
    kind: found[1] ? 'literal8' : 'literal',
  }
}

/** The literal is wanted: its octets come next. */
export const acceptLiteral = (buffer: CommandBuffer, { size }: Announced): CommandBuffer =>
  size === 0
    ? withLiteral(buffer, new Uint8Array())
    : { ...buffer, expecting: { type: 'literal', left: size, rope: emptyRope } }

/** The command has its reply: the literal, and the rest of the command, is dropped as it comes. */
export const skipLiteral = ({ size }: Announced): CommandBuffer => ({
  ...emptyCommand,
  expecting: skipping(size),
})

const skipping = (left: number): Expecting =>
  left === 0 ? { type: 'skippedLine' } : { type: 'skippedLiteral', left }

function readLiteral(
  buffer: CommandBuffer,
  { left, rope }: { readonly left: number; readonly rope: Rope },
  bytes: Uint8Array,
  from: number,
  limit: number,
): CommandRead {
  const next = Math.min(bytes.length, from + left)
  const grown = addToRope(rope, bytes.subarray(from, next))
  const rest = left - (next - from)
  if (rest > 0)
    return more({ ...buffer, expecting: { type: 'literal', left: rest, rope: grown } }, next)
  return readCommand(withLiteral(buffer, ropeBytes(grown)), bytes, next, limit)
}

function withLiteral({ command }: CommandBuffer, octets: Uint8Array): CommandBuffer {
  const literal = { at: command.text.length, octets }
  return {
    ...emptyCommand,
    command: { ...command, literals: [...command.literals, literal] },
  }
}

/** A literal that waits for `+` will not come: the client has the tagged reply. */
function endSkippedLine(line: PartLine, next: number): CommandRead {
  const announced = announcedBy(line)
  return more(announced?.client === 'follows' ? skipLiteral(announced) : emptyCommand, next)
}

import { concatBytes } from '../../core/bytes.ts'
import type { SmtpCommand } from '../../world/answered-command.ts'
import type { EventOf } from '../../world/events/index.ts'

/** A command and its reply as they went over the line. */
export interface LineOctets {
  /** What the client sent, with its line end; empty for a greeting. */
  readonly sent: Uint8Array
  readonly received: Uint8Array
  /** Under TLS no one between the two can read it. */
  readonly isSealed: boolean
}

const LF = 0x0a
const DOT = 0x2e

/**
 * Gives each command of one connection the octets that it and its reply were: a client may send several
 * commands in one go (RFC 2920 §3.1), a server answers them one by one.
 */
export class LineOctetsReader {
  #client: Uint8Array[] = []
  #server: Uint8Array[] = []
  #isSealed = false

  /** Takes in what went over the line. */
  add({ from, bytes, tls }: Pick<EventOf<'wire'>, 'from' | 'bytes' | 'tls'>): void {
    this.#isSealed = tls !== undefined
    ;(from === 'client' ? this.#client : this.#server).push(bytes)
  }

  /** What the client sent that no command has taken yet. */
  get pending(): Uint8Array {
    return joined(this.#client)
  }

  /** Whether what was added last went under TLS. */
  get isSealed(): boolean {
    return this.#isSealed
  }

  /** Takes the octets of a command that was answered just now. */
  take(command: Pick<SmtpCommand, 'verb' | 'argument'>): LineOctets {
    const received = joined(this.#server)
    this.#server = []
    const buffered = joined(this.#client)
    const length = command.verb === '' ? 0 : lengthOf(command, buffered)
    this.#client = length < buffered.length ? [buffered.subarray(length)] : []
    return { sent: buffered.subarray(0, length), received, isSealed: this.#isSealed }
  }

  /** What was sent in the clear and not read yet is forgotten when TLS is up (RFC 3207 §4.2). */
  forget(): void {
    this.#client = []
    this.#server = []
  }
}

const joined = (pieces: readonly Uint8Array[]): Uint8Array =>
  pieces.length === 1 ? pieces[0]! : concatBytes(pieces)

function lengthOf(
  { verb, argument }: Pick<SmtpCommand, 'verb' | 'argument'>,
  buffered: Uint8Array,
): number {
  if (verb === '.') return endOfData(buffered)
  // A login goes on in lines that are no commands, and nothing may follow it in one go.
  if (verb === 'AUTH') return buffered.length
  const line = endOfLine(buffered, 0)
  const chunk = verb === 'BDAT' ? /^\d+/.exec(argument)?.[0] : undefined
  return chunk === undefined ? line : Math.min(line + Number(chunk), buffered.length)
}

function endOfLine(octets: Uint8Array, from: number): number {
  const newline = octets.indexOf(LF, from)
  return newline < 0 ? octets.length : newline + 1
}

/** Behind the line with a single dot. */
function endOfData(octets: Uint8Array): number {
  for (let at = 0; at < octets.length;) {
    const next = endOfLine(octets, at)
    if (octets[at] === DOT && next - at <= 3 && isLineEnd(octets, at + 1, next)) return next
    at = next
  }
  return octets.length
}

const isLineEnd = (octets: Uint8Array, from: number, to: number): boolean =>
  octets.subarray(from, to).every((octet) => octet === LF || octet === 0x0d)

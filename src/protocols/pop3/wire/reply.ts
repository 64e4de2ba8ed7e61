import { concatBytes, latin1, utf8 } from '../../../core/bytes.ts'
import { stuffedPieces } from '../../shared/wire/dots.ts'
import { REPLY_LINE } from '../limits.ts'

/** An answer: one line, and with a body more, up to a lone dot (RFC 1939 §3). */
export interface Reply {
  readonly status: '+OK' | '-ERR'
  /** For programs: `IN-USE`, `AUTH`, `SYS/TEMP` … (RFC 2449 §8). */
  readonly code?: string
  readonly text: string
  readonly body?: Body
}

export type Body =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  /** Ends with CRLF. */
  | { readonly kind: 'message'; readonly octets: Uint8Array }

export const ok = (text: string): Reply => ({ status: '+OK', text })

export const okLines = (text: string, lines: readonly string[]): Reply => ({
  ...ok(text),
  body: { kind: 'lines', lines },
})

export const okMessage = (text: string, octets: Uint8Array): Reply => ({
  ...ok(text),
  body: { kind: 'message', octets },
})

export const err = (text: string, code?: string): Reply =>
  code === undefined ? { status: '-ERR', text } : { status: '-ERR', code, text }

/** The reply on the wire. Never more than 512 octets in its first line, never a line end in its text. */
export const renderReply = (reply: Reply): Uint8Array =>
  concatBytes([...replyPieces(reply, Infinity)])

/** The same, made piece by piece. @param size Octets of the body in each. */
export function* replyPieces(reply: Reply, size: number): Generator<Uint8Array, void> {
  yield concatBytes([firstLine(reply), CRLF])
  if (reply.body) yield* stuffedPieces(octetsOf(reply.body), size)
}

const CRLF = latin1('\r\n')

function firstLine({ status, code, text }: Reply): Uint8Array {
  const line = `${code === undefined ? '' : `[${code}] `}${text}`.replace(/\p{Cc}/gu, ' ')
  const octets = utf8(line === '' ? status : `${status} ${line}`)
  if (octets.length <= REPLY_LINE - CRLF.length) return octets
  let end = REPLY_LINE - CRLF.length
  // Not within a character of several octets.
  while (end > 0 && (octets[end]! & 0xc0) === 0x80) end--
  return octets.subarray(0, end)
}

const octetsOf = (body: Body): Uint8Array =>
  body.kind === 'message' ? body.octets : utf8(body.lines.map((line) => `${line}\r\n`).join(''))

import { utf8 } from '../../../core/bytes.ts'
import { REPLY_LINE } from '../limits.ts'

/** A server's answer to one command (RFC 5321 §4.2). */
export interface Reply {
  readonly code: number
  /** Enhanced status code (RFC 3463); greetings, HELO, EHLO and 3xx have none (RFC 2034 §4). */
  readonly enhanced?: string
  /** At least one. */
  readonly lines: readonly string[]
  /** Replies are ASCII, but for VRFY's where the client asked for more (RFC 6531 §3.7.4). */
  readonly charset?: 'utf8'
}

/** A reply; line feeds in the text part its lines. */
export const reply = (code: number, enhanced: string, text: string): Reply => ({
  code,
  enhanced,
  lines: text.split('\n'),
})

/** A reply without an enhanced status code. */
export const plainReply = (code: number, text: string): Reply => ({
  code,
  lines: text.split('\n'),
})

/** The lines of text, joined by line feeds, without codes. */
export const replyText = ({ lines }: Reply): string => lines.join('\n')

/**
 * A reply as it goes over the wire: every line with the code, all but the last with a hyphen
 * (RFC 5321 §4.2.1), and each with the enhanced code (RFC 2034 §4). Lines that would be longer
 * than the RFC allows are continued on a line of their own.
 */
export function renderReply(given: Reply): Uint8Array {
  const { code, enhanced } = given
  const start = enhanced ? `${enhanced} ` : ''
  const printed = printable(given).lines
  const [only = ''] = printed
  // Nearly all replies are of one line that fits.
  if (printed.length === 1 && only.length * UNIT_OCTETS <= TEXT_OCTETS)
    return utf8(`${code} ${start}${only}\r\n`)
  const lines = printed.flatMap(wrap)
  const last = lines.length - 1
  return utf8(
    lines.map((line, at) => `${code}${at === last ? ' ' : '-'}${start}${line}\r\n`).join(''),
  )
}

/**
 * The same reply with `?` for each character that cannot be sent in it; so nothing typed can
 * start a new line of a reply.
 */
export function printable(given: Reply): Reply {
  if (given.lines.every((line) => PLAIN.test(line))) return given
  const unprintable = given.charset === 'utf8' ? /[^\P{Cc}\t]/gu : /[^\t\x20-\x7e]/gu
  return { ...given, lines: given.lines.map((line) => line.replace(unprintable, '?')) }
}

/** What can be sent in any reply. */
const PLAIN = /^[\t\x20-\x7e]*$/

/** Room for `250-`, an enhanced code such as `5.7.26 `, and CRLF. */
const TEXT_OCTETS = REPLY_LINE - 4 - 10 - 2

/** Octets that a UTF-16 unit has in UTF-8 at most. */
const UNIT_OCTETS = 3

function wrap(line: string): string[] {
  if (line.length * UNIT_OCTETS <= TEXT_OCTETS) return [line]
  if (utf8(line).length <= TEXT_OCTETS) return [line]
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line) {
    const more = utf8(character).length
    if (octets + more > TEXT_OCTETS) {
      pieces.push(piece)
      piece = ''
      octets = 0
    }
    piece += character
    octets += more
  }
  return [...pieces, piece]
}

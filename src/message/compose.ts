import { utf8 } from '../core/bytes.ts'
import { MAX_ENCODED_LINE } from './encode-words.ts'

/** Characters that a line should keep to, without its CRLF (RFC 5322 §2.1.1). */
export const LINE_LENGTH = 78

export interface Draft {
  /** In order. A value's own folds are undone before it is folded anew. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Any line ends; they become CRLF. */
  readonly body: string
}

/**
 * Writes a message (RFC 5322 §3.5): folded fields, an empty line, the body, all with CRLF.
 * Characters outside of ASCII are written as UTF-8 (RFC 6532), in 8 bits. Dots are not stuffed:
 * that is SMTP's.
 */
export function composeMessage({ headers, body }: Draft): Uint8Array {
  const fields = headers.map(([name, value]) => `${foldField(name, value)}\r\n`).join('')
  return utf8(`${fields}\r\n${normalizeLines(body)}`)
}

/** A message that is written as a text, in octets: UTF-8, every line ended with CRLF. */
export const messageOctets = (text: string): Uint8Array => utf8(normalizeLines(text))

/** Ends every line with CRLF, the last one too. An empty text stays empty. */
export function normalizeLines(text: string): string {
  const lines = text.replace(/\r\n|\r|\n/g, '\r\n')
  return lines === '' || lines.endsWith('\r\n') ? lines : `${lines}\r\n`
}

/**
 * One field, folded before white space so that lines keep to 78 characters where they can
 * (RFC 5322 §2.2.3). Line ends inside the value cannot start another field: they become spaces.
 * @returns Without the CRLF at its end.
 */
export function foldField(name: string, value: string): string {
  const unfolded = value.replace(/\r?\n(?=[ \t])/g, '').replace(/[\r\n]+/g, ' ')
  // RFC 2047 §2: a line with encoded words is shorter still.
  return foldLine(`${name}: ${unfolded}`, /=\?/.test(unfolded) ? MAX_ENCODED_LINE : LINE_LENGTH)
}

/** The first word stays behind the name: a first line of a bare name is read badly by some. */
function foldLine(line: string, limit: number): string {
  const lines: string[][] = [[]]
  let length = 0
  line.split(/(?=[ \t])(?<![ \t])/).forEach((piece, index) => {
    if (index > 1 && length + piece.length > limit && piece.trim() !== '') {
      lines.push([])
      length = 0
    }
    lines.at(-1)!.push(piece)
    length += piece.length
  })
  return lines.map((pieces) => pieces.join('')).join('\r\n')
}

/**
 * A Message-ID (RFC 5322 §3.6.4).
 * @param id Unique at the domain; the world takes it from its seed.
 */
export const messageId = (id: string, domain: string): string => `<${id}@${domain}>`

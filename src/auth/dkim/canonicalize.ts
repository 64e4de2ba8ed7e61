import { trimWhite } from '../../message/white.ts'

/** How much change on the way a signature bears (RFC 6376 §3.4). */
export type Canonicalization = 'simple' | 'relaxed'

export const isCanonicalization = (text: string): text is Canonicalization =>
  text === 'simple' || text === 'relaxed'

/**
 * One header field as it is hashed (RFC 6376 §3.4.1, §3.4.2).
 * @param raw The field as it stands in the message, one UTF-16 unit an octet.
 * @returns With a CRLF at its end.
 */
export function canonicalizeField(raw: string, how: Canonicalization): string {
  const field = raw.replace(/\r?\n$/, '')
  if (how === 'simple') return `${field}\r\n`
  const colon = field.indexOf(':')
  const name = trimWhite(field.slice(0, Math.max(0, colon))).toLowerCase()
  const value = trimWhite(reduceWhite(field.slice(colon + 1).replace(/\r?\n/g, '')))
  return `${name}:${value}\r\n`
}

const reduceWhite = (text: string): string => text.replace(/[ \t]+/g, ' ')

const SPACE = 0x20
const TAB = 0x09
const CR = 0x0d
const LF = 0x0a

/**
 * The body as it is hashed (RFC 6376 §3.4.3, §3.4.4): empty lines at the end go; `relaxed` also
 * drops white space at line ends and reduces it inside. An empty body is a CRLF in `simple` and
 * nothing in `relaxed`.
 */
export const canonicalizeBody = (body: Uint8Array, how: Canonicalization): Uint8Array =>
  how === 'simple' ? simpleBody(body) : relaxedBody(body)

function simpleBody(body: Uint8Array): Uint8Array {
  let end = body.length
  while (end > 1 && isLineEnd(body, end - 2)) end -= 2
  const canonical = new Uint8Array(end + 2)
  canonical.set(body.subarray(0, end))
  canonical[end] = CR
  canonical[end + 1] = LF
  return canonical
}

function relaxedBody(body: Uint8Array): Uint8Array {
  const canonical = new Uint8Array(body.length + 2)
  let to = 0
  // Behind the last octet that is neither white space at a line's end nor an empty line.
  let end = 0
  let isBehindWhite = false
  for (let at = 0; at < body.length; at++) {
    const octet = body[at]!
    if (octet === SPACE || octet === TAB) isBehindWhite = true
    else if (octet === CR && body[at + 1] === LF) {
      canonical[to++] = CR
      canonical[to++] = LF
      isBehindWhite = false
      at++
    } else {
      if (isBehindWhite) canonical[to++] = SPACE
      canonical[to++] = octet
      isBehindWhite = false
      end = to
    }
  }
  if (end === 0) return canonical.subarray(0, 0)
  canonical[end] = CR
  canonical[end + 1] = LF
  return canonical.subarray(0, end + 2)
}

const isLineEnd = (body: Uint8Array, at: number): boolean => body[at] === CR && body[at + 1] === LF

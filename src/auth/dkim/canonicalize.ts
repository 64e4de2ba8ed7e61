import { trimWhite, trimWhiteEnd } from '../../message/white.ts'

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

/**
 * The body as it is hashed (RFC 6376 §3.4.3, §3.4.4): empty lines at the end go; `relaxed` also
 * drops white space at line ends and reduces it inside. An empty body is a CRLF in `simple` and
 * nothing in `relaxed`.
 */
export function canonicalizeBody(body: string, how: Canonicalization): string {
  const lines = body.split('\r\n')
  const kept = how === 'simple' ? lines : lines.map((line) => trimWhiteEnd(reduceWhite(line)))
  let end = kept.length
  while (end > 0 && kept[end - 1] === '') end--
  if (end === 0) return how === 'simple' ? '\r\n' : ''
  return `${kept.slice(0, end).join('\r\n')}\r\n`
}

import { fromLatin1, fromStrictUtf8, latin1 } from '../../../core/bytes.ts'
import { STRING_LITERAL } from '../limits.ts'
import { fail, failed, match, peek, type Parser, type Read, type Reader } from './reader.ts'

/** RFC 9051 §9: `atom`. No space, control, `(`, `)`, `{`, `%`, `*`, `"`, `\` or `]`. */
export function atom(reader: Reader): Read<string> {
  return (
    match(reader, /[!#$&'+,\-./0-9:;<=>?@A-Z[^_`a-z|}~]+/y) ?? fail(reader, 'A word belongs here')
  )
}

/** A string of octets: each UTF-16 unit is one. */
export type Octets = string

/** RFC 9051 §9: `string`, quoted or a literal. */
export function string(reader: Reader): Read<Octets> {
  if (peek(reader) === '"') return quoted(reader)
  if (peek(reader) !== '{') return fail(reader, 'A string belongs here, quoted or as {n}')
  const octets = literal(reader)
  if (octets === failed) return failed
  if (octets.length > STRING_LITERAL) return fail(reader, 'That is too long for a string')
  return fromLatin1(octets)
}

/** RFC 9051 §9: `astring`: an atom, which may contain `]`, or a string. */
export function astring(reader: Reader): Read<Octets> {
  if (peek(reader) === '"' || peek(reader) === '{') return string(reader)
  return (
    match(reader, /[!#$&'+,\-./0-9:;<=>?@A-Z[\]^_`a-z|}~]+/y) ??
    fail(reader, 'A word or a string belongs here')
  )
}

/** RFC 9051 §9: `list-mailbox`: the wildcards `%` and `*` may be unquoted. */
export function listMailbox(reader: Reader): Read<Octets> {
  if (peek(reader) === '"' || peek(reader) === '{') return string(reader)
  return (
    match(reader, /[!#$%&'*+,\-./0-9:;<=>?@A-Z[\]^_`a-z|}~]+/y) ??
    fail(reader, 'A mailbox name or a pattern belongs here')
  )
}

/** RFC 9051 §9: `nstring`: a string, or NIL. */
export function nstring(reader: Reader): Read<Octets | null> {
  if (match(reader, /NIL(?![!#-'+-[\]-z|}~])/iy) !== undefined) return null
  return string(reader)
}

/** RFC 9051 §9: `quoted`; `\` precedes `"` and `\` only. */
function quoted(reader: Reader): Read<Octets> {
  const from = reader.at
  const found = match(reader, /"(?:[^"\\\r\n\0]|\\["\\])*"/y)
  if (found === undefined)
    return fail(reader, 'The closing `"` is missing, or a `\\` stands before another letter')
  const text = found.slice(1, -1).replace(/\\(.)/g, '$1')
  if (!/[\x80-\xff]/.test(text)) return text
  if (reader.characters === 'ascii')
    return fail(
      reader,
      'Letters beyond ASCII need a literal, or ENABLE UTF8=ACCEPT or IMAP4rev2',
      from,
    )
  return fromStrictUtf8(latin1(text)) === undefined
    ? fail(reader, 'These octets are not UTF-8', from)
    : text
}

/** The octets of a literal, of either kind; announced with or without `+`. */
export function literal(reader: Reader): Read<Uint8Array> {
  return literalWith(reader, /~?\{\d{1,10}\+?\}\r\n/y, 'A literal belongs here: {n}')
}

export interface MessageLiteral {
  readonly octets: Uint8Array
  readonly kind: 'literal' | 'literal8'
}

/** A message, as APPEND has it. */
export const messageLiteral: Parser<MessageLiteral> = (reader) => {
  const kind = peek(reader) === '~' ? 'literal8' : 'literal'
  const octets = literal(reader)
  return octets === failed ? failed : { octets, kind }
}

function literalWith(reader: Reader, pattern: RegExp, message: string): Read<Uint8Array> {
  const from = reader.at
  if (match(reader, pattern) === undefined) return fail(reader, message)
  const found = literalAt(reader)
  if (found) return found
  reader.at = from
  return fail(reader, message)
}

/** Literals are in order: a binary search finds the one at an offset. */
function literalAt({ literals, at }: Reader): Uint8Array | undefined {
  let low = 0
  let high = literals.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (literals[middle]!.at < at) low = middle + 1
    else high = middle
  }
  const found = literals[low]
  return found?.at === at ? found.octets : undefined
}

import { fromLatin1, fromStrictUtf8, latin1 } from '../../../../core/bytes.ts'
import { decodeMailboxName } from '../../data/utf7.ts'
import { check, inParentheses, listOrEmpty, map, oneOf } from '../../wire/combine.ts'
import {
  fail,
  failed,
  match,
  peek,
  type Parser,
  type Read,
  type Reader,
} from '../../wire/reader.ts'
import { astring, literal, nstring, string, type Octets } from '../../wire/strings.ts'

/** Octets as text: UTF-8 if they are, else one character an octet. */
export const readable = (octets: Octets): string => fromStrictUtf8(latin1(octets)) ?? octets

export const text: Parser<string> = map(string, readable)

/** A text, or nothing for NIL. */
export const optionalText: Parser<string | undefined> = map(nstring, (octets) =>
  octets === null ? undefined : readable(octets),
)

/** The octets of a string of any length; null for NIL. */
export function octetsOrNil(reader: Reader): Read<Uint8Array | null> {
  if (peek(reader) === '{' || peek(reader) === '~') return literal(reader)
  const octets = nstring(reader)
  return octets === failed || octets === null ? octets : latin1(octets)
}

/** A mailbox name as its owner reads it: modified UTF-7 undone, where it is that. */
export const mailbox: Parser<string> = check(astring, (octets) => {
  const name = decodeMailboxName(octets) ?? readable(octets)
  return name.toUpperCase() === 'INBOX' ? 'INBOX' : name
})

/** A flag as a server writes it: with a backslash or without, and `\*`. */
export function serverFlag(reader: Reader): Read<string> {
  return (
    match(reader, /\\?[!#$&'+,\-./0-9:;<=>?@A-Z[\]^_`a-z|}~]+|\\\*/y) ??
    fail(reader, 'A flag belongs here')
  )
}

export const serverFlags: Parser<readonly string[]> = listOrEmpty(serverFlag)

/** Anything, as the server wrote it: for values that this client does not use. */
export const anything: Parser<string> = (reader) => {
  const from = reader.at
  const read = value(reader)
  return read === failed ? failed : reader.text.slice(from, reader.at)
}

const word: Parser<string> = (reader) =>
  match(reader, /[^\s(){"~]+/y) ?? fail(reader, 'A value belongs here')

const value: Parser<unknown> = (reader) => {
  if (peek(reader) === '(') return inParentheses(values)(reader)
  if (peek(reader) === '"') return string(reader)
  if (peek(reader) === '{' || peek(reader) === '~')
    return oneOf(map(literal, fromLatin1), word)(reader)
  return word(reader)
}

/** Values with spaces between them, or with none, as addresses and parts have it. */
function values(reader: Reader): Read<undefined> {
  while (peek(reader) !== ')' && peek(reader) !== '')
    if (match(reader, / /y) === undefined && value(reader) === failed) return failed
  return undefined
}

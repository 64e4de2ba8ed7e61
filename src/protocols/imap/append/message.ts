import { storedForm } from '../../store/stored-form.ts'
import {
  list,
  keyword,
  map,
  oneOf,
  sequence,
  space,
  words,
  exactly,
  inParentheses,
} from '../wire/combine.ts'
import { dateTime, type DateTime } from '../wire/dates.ts'
import { flagList } from '../wire/flags.ts'
import { fail, failed, peek, type Parser, type Read, type Reader } from '../wire/reader.ts'
import { astring, messageLiteral, type MessageLiteral } from '../wire/strings.ts'

/** A message as APPEND brings it (RFC 9051 §6.3.12, RFC 3502 §6.3.11). */
export interface AppendMessage {
  readonly flags: readonly string[]
  /** `undefined` is now. */
  readonly date: DateTime | undefined
  readonly data: AppendData
}

export type AppendData =
  | { readonly type: 'literal'; readonly octets: Uint8Array }
  /** RFC 6855 §4 */
  | { readonly type: 'utf8'; readonly octets: Uint8Array }
  /** RFC 4469 §3 */
  | { readonly type: 'catenate'; readonly parts: readonly CatenatePart[] }

export type CatenatePart =
  | { readonly type: 'text'; readonly octets: Uint8Array }
  | { readonly type: 'url'; readonly url: string }

/** A literal is text and may hold any octet but NUL; a literal8 is binary (RFC 9051 §4.3). */
const octets: Parser<Uint8Array> = (reader) => {
  const from = reader.at
  const found: Read<MessageLiteral> = messageLiteral(reader)
  if (found === failed) return failed
  if (found.kind === 'literal8') return found.octets
  return found.octets.includes(0)
    ? fail(reader, 'NUL belongs into a literal8 only: ~{n}', from)
    : storedForm(found.octets)
}

const catenatePart: Parser<CatenatePart> = oneOf(
  map(words(exactly('URL'), astring), ([, url]): CatenatePart => ({ type: 'url', url })),
  map(words(exactly('TEXT'), octets), ([, text]): CatenatePart => ({ type: 'text', octets: text })),
)

const data: Parser<AppendData> = (reader) => {
  if (peek(reader) === '{' || peek(reader) === '~')
    return map(octets, (found): AppendData => ({ type: 'literal', octets: found }))(reader)
  const form = sequence(keyword('CATENATE', 'UTF8'), space)(reader)
  if (form === failed) return fail(reader, 'The message belongs here, as a literal: {n}')
  return form[0] === 'UTF8'
    ? map(inParentheses(octets), (found): AppendData => ({ type: 'utf8', octets: found }))(reader)
    : map(list(catenatePart), (parts): AppendData => ({ type: 'catenate', parts }))(reader)
}

/** Flags and a date may precede the message. */
export function appendMessage(reader: Reader): Read<AppendMessage> {
  const flags = peek(reader) === '(' ? sequence(flagList, space)(reader) : ([[]] as const)
  if (flags === failed) return failed
  const date = peek(reader) === '"' ? sequence(dateTime, space)(reader) : ([] as const)
  if (date === failed) return failed
  const found = data(reader)
  if (found === failed) return failed
  return { flags: flags[0], date: date[0], data: found }
}

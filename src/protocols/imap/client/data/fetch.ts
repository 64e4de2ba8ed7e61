import { inParentheses, list, map, sequence, space } from '../../wire/combine.ts'
import { dateTime } from '../../wire/dates.ts'
import { bigNumber, positiveNumber } from '../../wire/numbers.ts'
import {
  fail,
  failed,
  match,
  peek,
  type Parser,
  type Read,
  type Reader,
} from '../../wire/reader.ts'
import type { FetchedMessage } from './data.ts'
import { envelope } from './envelope.ts'
import { structure } from './structure.ts'
import { anything, octetsOrNil, serverFlags } from './texts.ts'

type Item = Partial<Omit<FetchedMessage, 'number' | 'sections'>> & {
  readonly section?: readonly [name: string, octets: Uint8Array | null]
}

const items: Readonly<Record<string, Parser<Item>>> = {
  UID: map(positiveNumber, (uid) => ({ uid })),
  FLAGS: map(serverFlags, (flags) => ({ flags })),
  INTERNALDATE: map(dateTime, (internalDate) => ({ internalDate })),
  'RFC822.SIZE': map(bigNumber, (size) => ({ size })),
  ENVELOPE: map(envelope, (found) => ({ envelope: found })),
  BODYSTRUCTURE: map(structure, (found) => ({ structure: found })),
  BODY: map(structure, (found) => ({ structure: found })),
  MODSEQ: map(inParentheses(bigNumber), (modSeq) => ({ modSeq })),
}

/** Names of texts without brackets (RFC 3501 §7.4.2). */
const oldSections = ['RFC822', 'RFC822.HEADER', 'RFC822.TEXT']

/** `[1.HEADER.FIELDS (Subject "a]b")]<0>` */
const SECTION = /\[(?:[^\]"{\r\n]|"(?:[^"\\]|\\.)*")*\](?:<\d{1,20}>)?/y

const item: Parser<Item> = (reader) => {
  const name = match(reader, /[A-Za-z0-9.-]+/y)?.toUpperCase()
  if (name === undefined) return fail(reader, 'An item belongs here, such as FLAGS')
  const brackets = peek(reader) === '[' ? match(reader, SECTION) : ''
  if (brackets === undefined) return fail(reader, '`]` is missing here')
  if (space(reader) === failed) return failed
  if (name === 'BINARY.SIZE') return map(bigNumber, (): Item => ({}))(reader)
  if (brackets !== '' || oldSections.includes(name))
    return map(octetsOrNil, (octets): Item => ({ section: [name + brackets, octets] }))(reader)
  return (items[name] ?? map(anything, (): Item => ({})))(reader)
}

/** `(UID 4 FLAGS (\Seen))` behind the number and FETCH (RFC 9051 §7.5.2). */
export function fetchItems(reader: Reader, number: number): Read<FetchedMessage> {
  const read = list(item)(reader)
  if (read === failed) return failed
  const sections = new Map(read.flatMap(({ section }) => (section ? [section] : [])))
  const values: Item = Object.assign({}, ...read.map(({ section: _, ...values }) => values))
  return { ...values, number, sections }
}

export const fetched =
  (number: number): Parser<FetchedMessage> =>
  (reader) => {
    const read = sequence(space, (inner: Reader) => fetchItems(inner, number))(reader)
    return read === failed ? failed : read[1]
  }

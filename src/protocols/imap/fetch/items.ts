import type { PartialRange, Section } from '../data/section.ts'
import { list, map } from '../wire/combine.ts'
import { fail, failed, match, peek, type Parser, type Read, type Reader } from '../wire/reader.ts'
import { readPart, readPartial, readSection } from './section.ts'

/** One thing that FETCH can bring of a message (RFC 9051 §6.4.5). */
export type FetchItem = { readonly item: PlainItem } | SectionItem | BinaryItem

/** A part without its transfer encoding (§6.4.5, RFC 3516 §4.2). */
export interface BinaryItem {
  readonly item: 'BINARY' | 'BINARY.SIZE'
  readonly part: readonly number[]
  readonly partial: PartialRange | undefined
  readonly seen: Seen
}

export interface SectionItem {
  readonly item: 'section'
  /** As the reply names it: `BODY[…]`, or one of the old names. */
  readonly name: 'BODY' | 'RFC822' | 'RFC822.HEADER' | 'RFC822.TEXT'
  readonly section: Section
  readonly partial: PartialRange | undefined
  readonly seen: Seen
}

/** Whether asking sets `\Seen`; PEEK does not. */
export type Seen = 'sets' | 'leaves'

const plainItems = [
  'UID',
  'FLAGS',
  'INTERNALDATE',
  'RFC822.SIZE',
  'ENVELOPE',
  'BODYSTRUCTURE',
  'BODY',
  'MODSEQ',
  'EMAILID',
  'THREADID',
] as const

export type PlainItem = (typeof plainItems)[number]

const plain = (...names: readonly PlainItem[]): FetchItem[] => names.map((item) => ({ item }))

const macros: Readonly<Record<string, readonly FetchItem[]>> = {
  ALL: plain('FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE'),
  FAST: plain('FLAGS', 'INTERNALDATE', 'RFC822.SIZE'),
  FULL: plain('FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODY'),
}

/** What RFC 3501 §6.4.5 has beside BODY[…], and IMAP4rev2 no more. */
const old = (
  name: SectionItem['name'],
  kind: 'all' | 'header' | 'text',
  seen: Seen,
): SectionItem => ({
  ...{ item: 'section', name, seen, partial: undefined },
  section: { part: [], text: { kind } },
})

const oldItems: Readonly<Record<string, FetchItem>> = {
  RFC822: old('RFC822', 'all', 'sets'),
  'RFC822.HEADER': old('RFC822.HEADER', 'header', 'leaves'),
  'RFC822.TEXT': old('RFC822.TEXT', 'text', 'sets'),
}

function item(reader: Reader): Read<FetchItem> {
  const from = reader.at
  const word = match(reader, /[A-Za-z0-9.]+/y)?.toUpperCase()
  if (word === undefined) return fail(reader, 'An item belongs here, such as FLAGS or BODY[]')
  if (peek(reader) === '[') return bracketed(reader, word, from)
  const name = plainItems.find((known) => known === word)
  if (name && !reader.unknown.has(name)) return { item: name }
  const known = oldItems[word]
  if (known) return known
  reader.at = from
  return fail(reader, 'There is no such item')
}

function bracketed(reader: Reader, word: string, from: number): Read<FetchItem> {
  switch (word) {
    case 'BODY':
    case 'BODY.PEEK': {
      const section = readSection(reader)
      if (section === failed) return failed
      const partial = readPartial(reader)
      if (partial === failed) return failed
      return { item: 'section', name: 'BODY', section, partial, seen: seenBy(word) }
    }
    case 'BINARY':
    case 'BINARY.PEEK': {
      const part = readPart(reader)
      if (part === failed) return failed
      const partial = readPartial(reader)
      return partial === failed ? failed : { item: 'BINARY', part, partial, seen: seenBy(word) }
    }
    case 'BINARY.SIZE': {
      const part = readPart(reader)
      if (part === failed) return failed
      return { item: 'BINARY.SIZE', part, partial: undefined, seen: 'leaves' }
    }
    default:
      reader.at = from
      return fail(reader, 'Only BODY and BINARY have brackets')
  }
}

const seenBy = (word: string): Seen => (word.endsWith('.PEEK') ? 'leaves' : 'sets')

/** `ALL`, `FAST`, `FULL`; an item; or several in parentheses. */
export const fetchItems: Parser<readonly FetchItem[]> = (reader) => {
  if (peek(reader) === '(') return list(item)(reader)
  const { at } = reader
  const macro = macros[match(reader, /[A-Za-z]+(?![\w.[])/y)?.toUpperCase() ?? '']
  if (macro) return macro
  reader.at = at
  return map(item, (found) => [found])(reader)
}

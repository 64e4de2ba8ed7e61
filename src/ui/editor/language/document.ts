import { mappedTextBuilder, type MappedText } from '../../../core/mapped-text.ts'
import { span, type Span } from '../../../core/span.ts'
import { unescape } from '../../../dns/escapes.ts'
import { canonicalName, readName } from '../../../dns/names.ts'
import { groupEntries } from '../../../dns/zone/entries.ts'
import { readHead, type Head } from '../../../dns/zone/head.ts'
import { lexZone } from '../../../dns/zone/lexer.ts'
import type { Entry, Word } from '../../../dns/zone/tokens.ts'
import { typeNumber } from '../../../dns/zone/type-numbers.ts'
import { wordsOf } from '../../../dns/zone/words.ts'

/** A zone as the editor sees it: every line, also those that are not finished yet. */
export interface ZoneDocument {
  readonly text: string
  readonly lines: readonly DocumentEntry[]
}

/** An entry with its words sorted, broken or not, and the names that are in force there. */
export interface DocumentEntry extends Pick<Entry, 'kind' | 'lines'> {
  /** Whole lines, the white space at their ends too. */
  readonly span: Span
  readonly words: readonly Word[]
  readonly indented: boolean
  /** Of a record. Its `type` is only set where it is one. */
  readonly head: Head
  /** The record's type in upper case. */
  readonly type: string | undefined
  /** The owner's absolute name, inherited or not. */
  readonly owner: string
  /** What names without a final dot end in. */
  readonly origin: string
}

/** Reads a zone for the editor. Takes any text; linear time. */
export function readDocument(text: string, apex: string): ZoneDocument {
  let origin = canonicalName(apex)
  let owner = origin
  const lines = groupEntries(lexZone(text), text).map((entry): DocumentEntry => {
    const words = wordsOf(entry, text)
    const { indented } = entry.lines[0]!
    const head = entry.kind === 'record' ? sortWords(words, indented) : { data: [] }
    if (head.owner && !head.owner.quoted) owner = readName(head.owner.raw, origin).name
    const read: DocumentEntry = {
      kind: entry.kind,
      span: span(entry.lines[0]!.span.from, entry.lines.at(-1)!.span.to),
      lines: entry.lines,
      words,
      indented,
      head,
      type: head.type?.raw.toUpperCase(),
      owner,
      origin,
    }
    if (entry.kind === 'directive') origin = originAfter(words, origin)
    return read
  })
  return { text, lines }
}

/** A word in the type's place that names none is data: the type may be missing or misspelt. */
function sortWords(words: readonly Word[], indented: boolean): Head {
  const head = readHead(words, indented)
  const { type } = head
  if (!type || (!type.quoted && typeNumber(type.raw) !== undefined)) return head
  const { owner, ttl, class: kind, data } = head
  return {
    ...(owner && { owner }),
    ...(ttl && { ttl }),
    ...(kind && { class: kind }),
    data: [type, ...data],
  }
}

function originAfter([name, value]: readonly Word[], origin: string): string {
  return name?.raw.toUpperCase() === '$ORIGIN' && value ? readName(value.raw, origin).name : origin
}

/** The entry whose lines hold the position. */
export function entryAt({ lines }: ZoneDocument, offset: number): DocumentEntry | undefined {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lines[middle]!.span.from <= offset) low = middle
    else high = middle - 1
  }
  return lines[low]
}

/** What the strings of a text record say together, and where each part of it stands. */
export function joinStrings(words: readonly Word[]): MappedText {
  const builder = mappedTextBuilder()
  for (const { raw, at } of words)
    for (const piece of unescape(raw))
      builder.add(piece.octets, span((at ?? 0) + piece.from, (at ?? 0) + piece.to))
  return builder.build()
}

/** The inside of a word: without its quotes. */
export const insideOf = ({ raw, at, span: whole }: Word): Span =>
  at === undefined ? whole : span(at, at + raw.length)

import { span, type Span } from '../../core/span.ts'
import { formatOf } from '../../dns/records/index.ts'
import type { FieldFormat, RecordFormat } from '../../dns/record-type.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import type { Word } from '../../dns/zone/tokens.ts'
import { typeNumber } from '../../dns/zone/type-numbers.ts'
import type { Zone, ZoneEntry } from '../../dns/zone/zone.ts'

/**
 * The parser's tree of a text: the editor reads its entries, finished or not. The last one is kept, as
 * a hover asks about the text that a colour was just asked for.
 */
export function readDocument(text: string, apex: string): Zone {
  if (last?.text !== text || last.apex !== apex)
    last = { text, apex, zone: parseZone(text, { origin: apex }).zone }
  return last.zone
}

let last: { readonly text: string; readonly apex: string; readonly zone: Zone } | undefined

/** The entry whose lines hold the position. */
export function entryAt({ entries }: Zone, offset: number): ZoneEntry | undefined {
  let low = 0
  let high = entries.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (wholeLines(entries[middle]!).from <= offset) low = middle
    else high = middle - 1
  }
  return entries[low]
}

/** From the start of the entry's first line to the end of its last. */
export const wholeLines = ({ lines }: ZoneEntry): Span =>
  span(lines[0]!.span.from, lines.at(-1)!.span.to)

/** Whether the entry's line starts with white space, and so inherits its owner. */
export const isIndented = ({ lines }: ZoneEntry): boolean => lines[0]!.indented

/** The format of a record's type; none where the line names no type yet. */
export function typeOf({ head }: ZoneEntry): RecordFormat | undefined {
  const number = head?.type && typeNumber(head.type.raw)
  return number === undefined ? undefined : formatOf(number)
}

/** The field at `index` behind the type. */
export function fieldAt({ fields }: RecordFormat, index: number): FieldFormat | undefined {
  const end = fields.at(-1)
  return fields[index] ?? (end?.kind === 'text' ? end : undefined)
}

/** The inside of a word: without its quotes. */
export const insideOf = ({ raw, at, span: whole }: Word): Span =>
  at === undefined ? whole : span(at, at + raw.length)

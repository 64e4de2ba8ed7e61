import type { DnsRecord, Resolver } from '../../core/dns.ts'
import { groupBy } from '../../core/group-by.ts'
import type { Span } from '../../core/span.ts'
import { printData, printFields } from '../../dns/print-record.ts'
import type { Zone, ZoneField, ZoneRecord } from '../../dns/zone/zone.ts'

/** A stretch of what is published; `added` where it is not in the line, and comes from the origin or above. */
export interface PublishedPiece {
  readonly text: string
  readonly added: boolean
}

/** What comes of one line of a zone that is meant as a record. */
export interface PublishedRow {
  /** Where the record begins, from 1. */
  readonly line: number
  readonly span: Span
  /**
   * `answered`: who asks gets it. `hidden`: another record keeps it from being answered. `lost`: it
   * is no record, and nothing of it is published.
   */
  readonly fate: 'answered' | 'hidden' | 'lost'
  /** With its final dot; empty where the line is lost. */
  readonly name: readonly PublishedPiece[]
  readonly type: string
  /** Names in it with their final dots, strings joined. */
  readonly value: readonly PublishedPiece[]
  /** Of a text: how many strings it is joined of, and their octets together. */
  readonly strings?: { readonly count: number; readonly octets: number }
}

/** More rows than anybody reads; `$GENERATE` can make many. */
export const MAX_HEARD = 500

/**
 * What a resolver answers of a zone, line by line in the file's order: with absolute names, wrong ones
 * as they are. Never throws.
 */
export function publishedRecords(zone: Zone, resolver: Resolver): PublishedRow[] {
  const bySpan = groupBy(zone.records, ({ span }) => span.from)
  const lines = lineCounter(zone.text)
  const rows: PublishedRow[] = []
  for (const { kind, span } of zone.entries) {
    const records = bySpan.get(span.from)
    if (rows.length >= MAX_HEARD) break
    const line = lines(span.from)
    if (records) rows.push(...records.map((one) => rowOf(one, line, resolver)))
    else if (kind === 'record')
      rows.push({ line, span, fate: 'lost', name: [], type: '', value: [] })
  }
  return rows.slice(0, MAX_HEARD)
}

/** Counts on from where it was asked last: places come in order. */
function lineCounter(text: string): (at: number) => number {
  let line = 1
  let from = 0
  return (at) => {
    for (let next = text.indexOf('\n', from); next !== -1 && next < at;) {
      line++
      from = next + 1
      next = text.indexOf('\n', from)
    }
    return line
  }
}

const rowOf = (one: ZoneRecord, line: number, resolver: Resolver): PublishedRow => ({
  ...{ line, span: one.span, type: one.record.type },
  fate: isAnswered(one.record, resolver) ? 'answered' : 'hidden',
  name: nameOf(one),
  ...valueOf(one),
})

function isAnswered(record: DnsRecord, resolver: Resolver): boolean {
  const { records, aliases = [] } = resolver.query(record.name, record.type)
  const data = printData(record)
  return [...records, ...aliases].some(
    (got) => got.name === record.name && got.type === record.type && printData(got) === data,
  )
}

function nameOf({ record: { name }, owner, origin, inherited }: ZoneRecord): PublishedPiece[] {
  const isWritten = owner.to > owner.from
  if (inherited || !isWritten) return [{ text: `${name}.`, added: true }]
  return piecesOf(name, origin, owner.to - owner.from)
}

/** A name of which the line has so many characters; the rest is the origin. */
function piecesOf(name: string, origin: string, written: number): PublishedPiece[] {
  const ending = `.${origin}`
  const own = name.slice(0, -ending.length)
  if (origin === '' || !name.endsWith(ending) || written > own.length)
    return [{ text: `${name}.`, added: name === origin && written === 1 }]
  return [
    { text: own, added: false },
    { text: `${ending}.`, added: true },
  ]
}

function valueOf({ record, fields, origin }: ZoneRecord): Pick<PublishedRow, 'value' | 'strings'> {
  if ('strings' in record) {
    const joined = record.strings.join('')
    const text = printData({ type: record.type, strings: [joined] })
    const strings = { count: record.strings.length, octets: joined.length }
    return { value: [{ text, added: false }], strings }
  }
  const printed = printFields(record)
  const isAligned = printed.length === fields.length
  const pieces = printed.flatMap((text, at) => [
    ...(at ? [{ text: ' ', added: false }] : []),
    ...(isAligned ? fieldPieces(text, fields[at]!, origin) : [{ text, added: false }]),
  ])
  return { value: merged(pieces) }
}

function fieldPieces(printed: string, { name, text }: ZoneField, origin: string): PublishedPiece[] {
  if (name === undefined || text.endsWith('.')) return [{ text: printed, added: false }]
  return piecesOf(name, origin, text.length)
}

/** Neighbours of one kind as one piece. */
function merged(pieces: readonly PublishedPiece[]): PublishedPiece[] {
  const all: PublishedPiece[] = []
  for (const { text, added } of pieces) {
    const before = all.at(-1)
    if (before?.added === added) all[all.length - 1] = { text: before.text + text, added }
    else all.push({ text, added })
  }
  return all
}

import { checkClass, readOwner, readTtl } from './read-head.ts'
import { readData, type ReadData } from './read-data.ts'
import { readHead } from './head.ts'
import { isTextOwner } from './second-look.ts'
import type { Owner, Reading, RecordSource } from './state.ts'
import type { Word } from './tokens.ts'
import { typeNumber } from './type-numbers.ts'
import type { RecordParts, ZoneField, ZoneRecord } from './zone.ts'

/**
 * Reads one record and adds it to the zone, unless a problem is found.
 * @returns Its words by their parts, if it has a type.
 */
export function readRecord(source: RecordSource, reading: Reading): RecordParts | undefined {
  const head = source.head?.type ? source.head : readHead(source.words, source.indented)
  const number = head.type && !head.type.quoted ? typeNumber(head.type.raw) : undefined
  if (number === undefined || (head.owner && isTextOwner(head.owner)))
    return void reading.language.reportNoType(head, source, reading)
  const parts = head as RecordParts
  const before = reading.problems.errors()
  const owner = readOwner(parts, source, reading)
  checkClass(parts, reading)
  const read = readData(parts, number, source, reading)
  const ttl = readTtl(parts, read?.data, reading)
  if (owner && read && reading.problems.errors() === before)
    reading.records.push(toRecord(parts, read, { owner, ttl }, source, reading))
  return parts
}

interface Head {
  readonly owner: Owner & { readonly name: string }
  readonly ttl: number
}

function toRecord(
  parts: RecordParts,
  { data, names }: ReadData,
  { owner, ttl }: Head,
  { entry, generated }: RecordSource,
  { file, origin }: Reading,
): ZoneRecord {
  const place = { file, span: entry.span }
  return {
    record: { ...data, name: owner.name, ttl, place },
    span: entry.span,
    owner: owner.span,
    inherited: !parts.owner,
    ttl: parts.ttl?.span,
    type: parts.type.span,
    fields: parts.data.map((word, at) => toField(word, names[at])),
    origin,
    generated,
  }
}

const toField = (word: Word, name: string | undefined): ZoneField => ({
  text: word.quoted ? `"${word.raw}"` : word.raw,
  span: word.span,
  name,
})

import { hex } from '../../core/bytes.ts'
import type { OtherData, RecordData } from '../../core/dns.ts'
import { cover } from '../../core/span.ts'
import { isGeneric, readGeneric } from '../fields/generic.ts'
import type { FieldReader } from '../fields/reader.ts'
import { wireReader } from '../fields/wire.ts'
import type { RecordFormat } from '../record-type.ts'
import { badGeneric } from './problems/data.ts'
import type { Reading, RecordSource } from './state.ts'
import type { Word } from './tokens.ts'
import type { RecordParts } from './zone.ts'

export interface ReadData {
  readonly data: RecordData
  /** The absolute name of each word that is one, by its place. */
  readonly names: readonly (string | undefined)[]
}

/** Reads what follows the type, as the type sets or as `\#`. */
export function readData(
  parts: RecordParts,
  number: number,
  { entry, generated }: RecordSource,
  { language, fields, origin, apex, owner, isMisread }: Reading,
): ReadData | undefined {
  const format = language.formatOf(number)
  const { data: words, type } = parts
  const { syntax } = format
  const isApex = owner?.name === apex
  const place = generated ? undefined : entry
  const reader = fields.start({ words, type, syntax, origin, isApex, isMisread, entry: place })
  const data = isGeneric(words[0]) ? dataOfOctets(reader, format, words) : format.parse(reader)
  return data && fields.close() ? { data, names: fields.names() } : undefined
}

function dataOfOctets(
  fields: FieldReader,
  format: RecordFormat,
  words: readonly Word[],
): RecordData | undefined {
  const octets = readGeneric(fields)
  if (!octets) return undefined
  if (!format.fromWire) return keepOctets(format.type as OtherData['type'], octets)
  const wire = wireReader(octets)
  const data = format.fromWire(wire)
  if (data && wire.left() === 0) return data
  fields.report(
    badGeneric,
    cover(words[0]!.span, words.at(-1)!.span),
    `These octets are not the data of \`${format.syntax}\`.`,
  )
  return undefined
}

const keepOctets = (type: OtherData['type'], octets: Uint8Array): OtherData => ({
  type,
  fields: ['\\#', String(octets.length), ...(octets.length ? [hex(octets)] : [])],
})

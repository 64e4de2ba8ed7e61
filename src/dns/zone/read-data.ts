import { hex } from '../../core/bytes.ts'
import type { OtherData, RecordData } from '../../core/dns.ts'
import { cover } from '../../core/span.ts'
import { isGeneric, readGeneric } from '../fields/generic.ts'
import { openFields, type CommentAfter, type FieldReader } from '../fields/reader.ts'
import { wireReader } from '../fields/wire.ts'
import type { RecordFormat } from '../record-type.ts'
import { formatOf } from '../records/index.ts'
import { badGeneric } from './problems/data.ts'
import type { Reading, RecordSource } from './state.ts'
import type { Entry, Word } from './tokens.ts'
import { isWord } from './words.ts'
import type { RecordParts } from './zone.ts'

export interface ReadData {
  readonly data: RecordData
  /** The fields that are names, absolute. */
  readonly names: ReadonlyMap<Word, string>
}

/** Reads what follows the type, as the type says or as `\#`. */
export function readData(
  parts: RecordParts,
  number: number,
  { entry, generated }: RecordSource,
  { problems: { report }, origin, text }: Reading,
): ReadData | undefined {
  const format = formatOf(number)
  const { reader, names, close } = openFields({
    ...{ words: parts.data, type: parts.type, syntax: format.syntax, origin, report, text },
    comments: generated ? [] : commentsOf(entry),
  })
  const generic = isGeneric(reader.peek())
  const data = generic ? dataOfOctets(reader, format, parts.data) : format.parse(reader)
  return data && close() ? { data, names } : undefined
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

/** Comments with the word before each in its line. */
const commentsOf = ({ lines }: Entry): CommentAfter[] =>
  lines.flatMap(({ tokens }) => {
    const comment = tokens.at(-1)
    if (comment?.kind !== 'comment') return []
    return [{ span: comment.span, word: tokens.findLast(isWord)?.span }]
  })

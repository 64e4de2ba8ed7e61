import type { PartialRange, Section, SectionText } from '../data/section.ts'
import { HIGHEST_NUMBER, NESTING } from '../limits.ts'
import { after, list } from '../wire/combine.ts'
import { fail, failed, match, type Read, type Reader } from '../wire/reader.ts'
import { astring } from '../wire/strings.ts'

/** `[1.2.HEADER.FIELDS (From Date)]`: RFC 9051 §9 `section`. */
export function readSection(reader: Reader): Read<Section> {
  reader.at++
  const part = readPath(reader)
  if (part === failed) return failed
  const text = readText(reader, part)
  if (text === failed) return failed
  return closing(reader) === failed ? failed : { part, text }
}

/** `[1.2]`: RFC 9051 §9 `section-binary`. */
export function readPart(reader: Reader): Read<readonly number[]> {
  reader.at++
  const part = readPath(reader)
  if (part === failed) return failed
  return closing(reader) === failed ? failed : part
}

function closing(reader: Reader): Read<string> {
  return match(reader, /\]/y) ?? fail(reader, '`]` is missing here')
}

/** A dot behind the numbers belongs to the text that follows. */
function readPath(reader: Reader): Read<readonly number[]> {
  const from = reader.at
  const written = match(reader, /\d+(?:\.\d+)*(?:\.(?=[A-Za-z]))?/y)
  if (written === undefined) return []
  const part = written.replace(/\.$/, '').split('.').map(Number)
  if (part.length > NESTING) return fail(reader, 'That is too deep', from)
  return part.every((number) => number >= 1 && number <= HIGHEST_NUMBER)
    ? part
    : fail(reader, 'Parts are numbered from 1', from)
}

function readText(reader: Reader, part: readonly number[]): Read<SectionText> {
  const from = reader.at
  const word = match(reader, /[A-Za-z.]+/y)?.toUpperCase()
  switch (word) {
    case undefined:
      return { kind: 'all' }
    case 'HEADER':
    case 'TEXT':
      return { kind: word === 'TEXT' ? 'text' : 'header' }
    case 'MIME':
      return part.length
        ? { kind: 'mime' }
        : fail(reader, 'MIME stands behind the number of a part', from)
    case 'HEADER.FIELDS':
    case 'HEADER.FIELDS.NOT': {
      const names = after(list(astring))(reader)
      if (names === failed) return failed
      return { kind: word === 'HEADER.FIELDS' ? 'fields' : 'fields-not', names }
    }
    default:
      reader.at = from
      return fail(reader, 'HEADER, HEADER.FIELDS (...), TEXT or MIME belongs here')
  }
}

/** `<p.q>`: RFC 9051 §9 `partial`. */
export function readPartial(reader: Reader): Read<PartialRange | undefined> {
  const from = reader.at
  if (match(reader, /</y) === undefined) return undefined
  const written = match(reader, /\d{1,10}\.\d{1,10}>/y)
  const [start, length] = (written ?? '').slice(0, -1).split('.').map(Number)
  if (!length || start! > HIGHEST_NUMBER || length > HIGHEST_NUMBER)
    return fail(reader, 'A partial is written <start.octets>, and has one octet at least', from)
  return { start: start!, length }
}

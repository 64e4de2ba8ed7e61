import { cover } from '../../core/span.ts'
import { badGeneric } from '../zone/problems/data.ts'
import type { Word } from '../zone/tokens.ts'
import type { FieldReader } from './reader.ts'

/** RFC 1035 §3.2.1: the length of a record's data is 16 bits. */
const MAX_DATA = 65535

/** Whether the data is written as `\#`, a length and hexadecimal octets (RFC 3597 §5). */
export const isGeneric = (word: Word | undefined): boolean => word?.raw === '\\#' && !word.quoted

/** Reads data that starts with `\#`. @returns `undefined` once a problem was noted. */
export function readGeneric(fields: FieldReader): Uint8Array | undefined {
  fields.take('`\\#`')
  const length = fields.take('length in octets')
  if (!length) return undefined
  const words = fields.remaining()
  const digits = words.map(({ raw }) => raw).join('')
  const whole = words.length ? cover(words[0]!.span, words.at(-1)!.span) : length.span
  if (!/^([0-9a-f]{2})*$/i.test(digits)) {
    fields.report(badGeneric, whole, 'Octets are written as pairs of hexadecimal digits.')
    return undefined
  }
  const count = digits.length / 2
  if (!/^\d+$/.test(length.raw) || Number(length.raw) !== count || count > MAX_DATA) {
    const message = `The length states \`${length.raw}\`, and ${count} ${count === 1 ? 'octet follows' : 'octets follow'}.`
    fields.report(badGeneric, length.span, message, {
      fixes: [{ title: `Write ${count}`, edits: [{ span: length.span, text: String(count) }] }],
    })
    return undefined
  }
  return Uint8Array.from({ length: count }, (_, at) =>
    parseInt(digits.slice(at * 2, at * 2 + 2), 16),
  )
}

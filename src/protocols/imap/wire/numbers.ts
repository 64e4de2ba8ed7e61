import { HIGHEST_NUMBER } from '../limits.ts'
import { fail, match, type Read, type Reader } from './reader.ts'

/** RFC 9051 §9: `number`, from 0 to 2³²−1. */
export function number(reader: Reader): Read<number> {
  const from = reader.at
  const digits = match(reader, /\d{1,10}(?!\d)/y)
  if (digits === undefined) return fail(reader, 'A number belongs here')
  const value = Number(digits)
  return value > HIGHEST_NUMBER ? fail(reader, 'That number is over 4294967295', from) : value
}

/** RFC 9051 §9: `nz-number`, from 1. */
export function positiveNumber(reader: Reader): Read<number> {
  const from = reader.at
  const value = number(reader)
  return value === 0 ? fail(reader, 'Counting begins at 1', from) : value
}

/** RFC 9051 §9: `number64`; RFC 7162 §7: `mod-sequence-valzer`. Over 2⁵³−1 all are alike. */
export function bigNumber(reader: Reader): Read<number> {
  const digits = match(reader, /\d{1,19}(?!\d)/y)
  if (digits === undefined) return fail(reader, 'A number belongs here')
  return Math.min(Number(digits), Number.MAX_SAFE_INTEGER)
}

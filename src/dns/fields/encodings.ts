import { cover } from '../../core/span.ts'
import { badEncoding } from '../zone/problems/data.ts'
import type { Word } from '../zone/tokens.ts'
import type { Column } from './columns.ts'
import { MAX_U8, readNumber } from './number.ts'
import type { FieldReader } from './reader.ts'

/** Octets in other spellings than base64 or plain hexadecimal to the end. */

const HEX = /^(?:[0-9a-f]{2})+$/i

/**
 * A number that names a hash, and the hash in hexadecimal to the end.
 * @param lengths Octets of each hash that is known.
 * @param least Octets that any other has.
 */
export const digest = (
  whatType: string,
  what: string,
  lengths: Readonly<Record<number, number>>,
  least = 1,
): Column => ({
  kind: 'other',
  read(fields) {
    const type = readNumber(fields, whatType, MAX_U8)
    const words = type === undefined ? [] : fields.rest(what)
    if (type === undefined || words.length === 0) return undefined
    const digits = words.map(({ raw }) => raw).join('')
    const problem = problemOf(digits, lengths[type], least)
    if (problem === undefined) return [String(type), digits]
    report(fields, words, `The ${what} ${problem}.`)
    return undefined
  },
})

function problemOf(digits: string, wanted: number | undefined, least: number): string | undefined {
  if (!HEX.test(digits)) return 'is written in hexadecimal digits, in pairs'
  const octets = digits.length / 2
  if (wanted !== undefined && octets !== wanted)
    return `has ${octets} octets; of this type it has ${wanted}`
  return octets < least ? `has ${octets} octets; ${least} is the least` : undefined
}

const report = (fields: FieldReader, words: readonly Word[], message: string): void =>
  fields.report(badEncoding, cover(words[0]!.span, words.at(-1)!.span), message)

/** One word that fits, kept as it is. */
const word = (what: string, fits: (raw: string) => boolean, how: string): Column => ({
  kind: 'other',
  read(fields) {
    const read = fields.take(what)
    if (!read) return undefined
    if (!read.quoted && fits(read.raw)) return [read.raw]
    report(fields, [read], `The ${what} is ${how}.`)
    return undefined
  },
})

const MAX_SALT = 255

/** The salt of a hash: hexadecimal, or `-` for none (RFC 5155 §3.3). */
export const salt: Column = word(
  'salt',
  (raw) => raw === '-' || (HEX.test(raw) && raw.length <= 2 * MAX_SALT),
  'written in hexadecimal digits, in pairs, or `-` where there is none',
)

/** Octets in base32 with the alphabet of hexadecimal, without padding (RFC 4648 §7). */
export const base32 = (what: string): Column =>
  word(
    what,
    (raw) => /^[0-9a-v]+$/i.test(raw) && BASE32_ENDS.has(raw.length % 8) && endsClean(raw),
    'written in base32: digits, and `a` to `v`',
  )

/** Characters that a last group has: one, three and six hold no whole octet more. */
const BASE32_ENDS = new Set([0, 2, 4, 5, 7])

/** Bits behind the last octet are zero. */
const endsClean = (raw: string): boolean =>
  parseInt(raw.at(-1)!, 32) % 2 ** ((raw.length * 5) % 8) === 0

/** A hardware address: pairs of hexadecimal digits with hyphens (RFC 7043). */
export const eui = (octets: number): Column =>
  word(
    'address',
    (raw) => raw.split('-').length === octets && /^[0-9a-f]{1,2}(?:-[0-9a-f]{1,2})*$/i.test(raw),
    `written as ${octets} pairs of hexadecimal digits with hyphens, like \`${'00-00-5e-00-53-2a-00-01'.slice(0, octets * 3 - 1)}\``,
  )

import { badNumber } from '../zone/problems/data.ts'
import { algorithm } from './algorithm.ts'
import { base64, type Column } from './columns.ts'
import { MAX_U16, MAX_U8, readNumber } from './number.ts'

/** Numbers that have names. */
const named = (what: string, names: Readonly<Record<string, number>>, max: number): Column => ({
  kind: 'number',
  read(fields) {
    const word = fields.take(what)
    if (!word) return undefined
    const number = /^\d+$/.test(word.raw) ? Number(word.raw) : names[word.raw.toUpperCase()]
    if (!word.quoted && number !== undefined && number <= max) return [String(number)]
    fields.report(badNumber, word.span, `\`${word.raw}\` is the number or name of no ${what}.`)
    return undefined
  },
})

/** Kinds of certificates (RFC 4398 §2.1). */
export const certificateType: Column = named(
  'certificate type',
  {
    PKIX: 1,
    SPKI: 2,
    PGP: 3,
    IPKIX: 4,
    ISPKI: 5,
    IPGP: 6,
    ACPKIX: 7,
    IACPKIX: 8,
    URI: 253,
    OID: 254,
  },
  MAX_U16,
)

/** How changes are reported (RFC 9859). */
export const scheme: Column = named('scheme', { NOTIFY: 1 }, MAX_U8)

/** Both bits of these flags state that there is no key (RFC 2535 §3.1.2). */
const NO_KEY = 0xc000

/** Flags, protocol and algorithm, and the key unless the flags state that there is none. */
export const keyFields: Column = {
  kind: 'other',
  read(fields) {
    const flags = readNumber(fields, 'flags', MAX_U16)
    const protocol = flags === undefined ? undefined : readNumber(fields, 'protocol', MAX_U8)
    const used = protocol === undefined ? undefined : algorithm.read(fields)
    if (!used) return undefined
    const isNone = (flags! & NO_KEY) === NO_KEY && fields.peek() === undefined
    const key = isNone ? [] : base64('key').read(fields)
    return key && [String(flags), String(protocol), ...used, ...key]
  },
}

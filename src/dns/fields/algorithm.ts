import { badNumber } from '../zone/problems/data.ts'
import type { Column } from './columns.ts'
import { MAX_U8 } from './number.ts'
import type { FieldReader } from './reader.ts'

/** DNSSEC algorithms by their mnemonics (RFC 4034 §A.1 and IANA's list that grew from it). */
const ALGORITHMS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ RSAMD5: 1, DH: 2, DSA: 3, ECC: 4, RSASHA1: 5, 'DSA-NSEC3-SHA1': 6 },
    ...{ 'RSASHA1-NSEC3-SHA1': 7, RSASHA256: 8, RSASHA512: 10, 'ECC-GOST': 12 },
    ...{ ECDSAP256SHA256: 13, ECDSAP384SHA384: 14, ED25519: 15, ED448: 16 },
    ...{ INDIRECT: 252, PRIVATEDNS: 253, PRIVATEOID: 254 },
  }),
)

/** A DNSSEC algorithm by its number or its mnemonic; given as its number. */
export const algorithm: Column = { kind: 'number', read: readAlgorithm }

function readAlgorithm(fields: FieldReader): readonly string[] | undefined {
  const word = fields.take('algorithm')
  if (!word) return undefined
  const number = /^\d+$/.test(word.raw) ? Number(word.raw) : ALGORITHMS.get(word.raw.toUpperCase())
  if (number !== undefined && number <= MAX_U8) return [String(number)]
  fields.report(badNumber, word.span, `\`${word.raw}\` is the number or name of no algorithm.`)
  return undefined
}

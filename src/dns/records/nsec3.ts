import { number, types } from '../fields/columns.ts'
import { base32, salt } from '../fields/encodings.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16, MAX_U8 } from '../fields/number.ts'

/** The next hashed name of the zone, and the types that this one has. */
export const nsec3 = defineKeptType({
  type: 'NSEC3',
  number: 50,
  source: { rfc: 5155, section: '3.3' },
  syntax: 'NSEC3 <hash> <flags> <iterations> <salt> <next hash> <types>',
  meaning: 'Proves which names do not exist, without listing them, for DNSSEC. Tools write it.',
  columns: [
    number('hash algorithm', MAX_U8),
    number('flags', MAX_U8),
    number('iterations', MAX_U16),
    salt,
    base32('next hash'),
    types,
  ],
})

import { number } from '../fields/columns.ts'
import { salt } from '../fields/encodings.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16, MAX_U8 } from '../fields/number.ts'

/** How a server hashes names for NSEC3. */
export const nsec3param = defineKeptType({
  type: 'NSEC3PARAM',
  number: 51,
  source: { rfc: 5155, section: '4.3' },
  syntax: 'NSEC3PARAM <hash> <flags> <iterations> <salt>',
  meaning: 'How names are hashed for NSEC3. Tools write it.',
  columns: [
    number('hash algorithm', MAX_U8),
    number('flags', MAX_U8),
    number('iterations', MAX_U16),
    salt,
  ],
})

import { algorithm } from '../fields/algorithm.ts'
import { hex, number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16, MAX_U8 } from '../fields/number.ts'

/** The hash of a child zone's key, which its parent vouches for. */
export const ds = defineKeptType({
  type: 'DS',
  number: 43,
  source: { rfc: 4034, section: '5.3' },
  syntax: 'DS <key tag> <algorithm> <digest type> <hex>',
  meaning: 'The fingerprint of a child zone’s key, for DNSSEC.',
  columns: [number('key tag', MAX_U16), algorithm, number('digest type', MAX_U8), hex('digest')],
})

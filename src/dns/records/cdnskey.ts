import { algorithm } from '../fields/algorithm.ts'
import { base64, number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16, MAX_U8 } from '../fields/number.ts'

/** The key that the parent shall vouch for. */
export const cdnskey = defineKeptType({
  type: 'CDNSKEY',
  number: 60,
  source: { rfc: 7344, section: '3.2' },
  syntax: 'CDNSKEY <flags> <protocol> <algorithm> <base64>',
  meaning: 'The key of which this zone asks its parent to publish a DS record.',
  columns: [number('flags', MAX_U16), number('protocol', MAX_U8), algorithm, base64('key')],
})

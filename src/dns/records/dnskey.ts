import { algorithm } from '../fields/algorithm.ts'
import { base64, number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16, MAX_U8 } from '../fields/number.ts'

/** A key that signs the zone. */
export const dnskey = defineKeptType({
  type: 'DNSKEY',
  number: 48,
  source: { rfc: 4034, section: '2.2' },
  syntax: 'DNSKEY <flags> <protocol> <algorithm> <base64>',
  meaning: 'A public key of the zone, for DNSSEC.',
  columns: [number('flags', MAX_U16), number('protocol', MAX_U8), algorithm, base64('key')],
})

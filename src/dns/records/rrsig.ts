import { algorithm } from '../fields/algorithm.ts'
import { base64, duration, time, name, number, type } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16, MAX_U8 } from '../fields/number.ts'

/** A signature over the records of one type. */
export const rrsig = defineKeptType({
  type: 'RRSIG',
  number: 46,
  source: { rfc: 4034, section: '3.2' },
  syntax:
    'RRSIG <type> <algorithm> <labels> <TTL> <expiration> <inception> <key tag> <signer> <base64>',
  meaning: 'A signature over other records, for DNSSEC. Tools write it.',
  columns: [
    type('type covered'),
    algorithm,
    number('labels', MAX_U8),
    duration('original TTL'),
    time('expiration'),
    time('inception'),
    number('key tag', MAX_U16),
    name('signer'),
    base64('signature'),
  ],
})

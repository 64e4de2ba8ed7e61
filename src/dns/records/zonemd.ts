import { number } from '../fields/columns.ts'
import { digest } from '../fields/encodings.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U32, MAX_U8 } from '../fields/number.ts'

/** A hash over all records of the zone. */
export const zonemd = defineKeptType({
  type: 'ZONEMD',
  number: 63,
  source: { rfc: 8976, section: '2.3' },
  syntax: 'ZONEMD <serial> <scheme> <hash algorithm> <hex>',
  meaning: 'The hash of the whole zone. Tools write it.',
  columns: [
    number('serial', MAX_U32),
    number('scheme', MAX_U8),
    digest('hash algorithm', 'digest', { 1: 48, 2: 64 }, 12),
  ],
})

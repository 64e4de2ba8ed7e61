import { hex, number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U8 } from '../fields/number.ts'

/** The certificate or key that a TLS server of this name shows (DANE). */
export const tlsa = defineKeptType({
  type: 'TLSA',
  number: 52,
  source: { rfc: 6698, section: '2.2' },
  syntax: 'TLSA <usage> <selector> <matching type> <hex>',
  meaning: 'The certificate that a server will show (DANE). It counts only in a signed zone.',
  columns: [
    number('usage', MAX_U8),
    number('selector', MAX_U8),
    number('matching type', MAX_U8),
    hex('certificate data'),
  ],
})

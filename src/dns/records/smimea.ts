import { hex, number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U8 } from '../fields/number.ts'

/** The certificate with which the mail of an address is signed and encrypted. */
export const smimea = defineKeptType({
  type: 'SMIMEA',
  number: 53,
  source: { rfc: 8162 },
  syntax: 'SMIMEA <usage> <selector> <matching type> <hex>',
  meaning: 'The S/MIME certificate of a mailbox. It counts only in a signed zone.',
  columns: [
    number('usage', MAX_U8),
    number('selector', MAX_U8),
    number('matching type', MAX_U8),
    hex('certificate data'),
  ],
})

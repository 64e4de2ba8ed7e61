import { base64 } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'

/** The key with which mail to an address is encrypted. */
export const openpgpkey = defineKeptType({
  type: 'OPENPGPKEY',
  number: 61,
  source: { rfc: 7929 },
  syntax: 'OPENPGPKEY <base64>',
  meaning: 'The OpenPGP key of a mailbox. It counts only in a signed zone.',
  columns: [base64('key')],
})

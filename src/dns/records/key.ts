import { defineKeptType } from '../fields/kept.ts'
import { keyFields } from '../fields/mnemonics.ts'

/** A key for signed updates (SIG(0)). */
export const key = defineKeptType({
  type: 'KEY',
  number: 25,
  source: { rfc: 2535 },
  syntax: 'KEY <flags> <protocol> <algorithm> <base64>',
  meaning: 'A public key, as it is still used to sign updates of a zone.',
  columns: [keyFields],
})

import { algorithm } from '../fields/algorithm.ts'
import { base64, number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { certificateType } from '../fields/mnemonics.ts'
import { MAX_U16 } from '../fields/number.ts'

/** A certificate, as X.509 or OpenPGP have it. */
export const cert = defineKeptType({
  type: 'CERT',
  number: 37,
  source: { rfc: 4398, section: '2.2' },
  syntax: 'CERT <type> <key tag> <algorithm> <base64>',
  meaning: 'A certificate, or where to find one.',
  columns: [certificateType, number('key tag', MAX_U16), algorithm, base64('certificate')],
})

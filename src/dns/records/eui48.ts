import { eui } from '../fields/encodings.ts'
import { defineKeptType } from '../fields/kept.ts'

/** A hardware address of six octets. */
export const eui48 = defineKeptType({
  type: 'EUI48',
  number: 108,
  source: { rfc: 7043, section: '3.2' },
  syntax: 'EUI48 <xx-xx-xx-xx-xx-xx>',
  meaning: 'The hardware address of an interface: six octets.',
  columns: [eui(6)],
})

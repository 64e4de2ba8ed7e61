import { eui } from '../fields/encodings.ts'
import { defineKeptType } from '../fields/kept.ts'

/** A hardware address of eight octets. */
export const eui64 = defineKeptType({
  type: 'EUI64',
  number: 109,
  source: { rfc: 7043, section: '4.2' },
  syntax: 'EUI64 <xx-xx-xx-xx-xx-xx-xx-xx>',
  meaning: 'The hardware address of an interface: eight octets.',
  columns: [eui(8)],
})

import { ipv4 } from '../fields/addresses.ts'
import { number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16 } from '../fields/number.ts'

/** Where a node is in ILNP, in 32 bits. */
export const l32 = defineKeptType({
  type: 'L32',
  number: 105,
  source: { rfc: 6742, section: '2.2' },
  syntax: 'L32 <preference> <locator>',
  meaning: 'A subnet of an ILNP host, of 32 bits.',
  columns: [number('preference', MAX_U16), ipv4('locator')],
})

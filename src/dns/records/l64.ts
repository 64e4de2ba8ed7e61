import { locator64 } from '../fields/addresses.ts'
import { number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16 } from '../fields/number.ts'

/** Where a node is in ILNP, in 64 bits. */
export const l64 = defineKeptType({
  type: 'L64',
  number: 106,
  source: { rfc: 6742, section: '2.3' },
  syntax: 'L64 <preference> <locator>',
  meaning: 'A subnet of an ILNP host, of 64 bits.',
  columns: [number('preference', MAX_U16), locator64('locator')],
})

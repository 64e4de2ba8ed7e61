import { locator64 } from '../fields/addresses.ts'
import { number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16 } from '../fields/number.ts'

/** The name of a node in ILNP. */
export const nid = defineKeptType({
  type: 'NID',
  number: 104,
  source: { rfc: 6742, section: '2.1' },
  syntax: 'NID <preference> <node id>',
  meaning: 'The node of an ILNP host.',
  columns: [number('preference', MAX_U16), locator64('node id')],
})

import { name, number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16 } from '../fields/number.ts'

/** Where the locators of a node stand. */
export const lp = defineKeptType({
  type: 'LP',
  number: 107,
  source: { rfc: 6742, section: '2.4' },
  syntax: 'LP <preference> <name>',
  meaning: 'The name under which an ILNP host’s subnets are found.',
  columns: [number('preference', MAX_U16), name('name')],
})

import { relay } from '../fields/addresses.ts'
import { number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U8 } from '../fields/number.ts'

/** A relay for multicast. */
export const amtrelay = defineKeptType({
  type: 'AMTRELAY',
  number: 260,
  source: { rfc: 8777 },
  syntax: 'AMTRELAY <precedence> <discovery> <type> <relay>',
  meaning: 'A relay for multicast over networks that have none.',
  columns: [number('precedence', MAX_U8), number('discovery flag', 1), relay],
})

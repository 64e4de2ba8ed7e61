import { name, types } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'

/** The next name of the zone and the types that this one has. */
export const nsec = defineKeptType({
  type: 'NSEC',
  number: 47,
  source: { rfc: 4034, section: '4.2' },
  syntax: 'NSEC <next name> <types>',
  meaning: 'Proves which names do not exist, for DNSSEC. Tools write it.',
  columns: [name('next name'), types],
})

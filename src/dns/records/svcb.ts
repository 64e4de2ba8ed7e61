import { name, number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16 } from '../fields/number.ts'
import { parameters } from '../fields/parameters.ts'

/** How a service is reached. */
export const svcb = defineKeptType({
  type: 'SVCB',
  number: 64,
  source: { rfc: 9460, section: '2.1' },
  syntax: 'SVCB <priority> <target> <parameters>',
  meaning: 'How to reach a service: other names, protocols, keys.',
  columns: [number('priority', MAX_U16), name('target'), parameters],
})

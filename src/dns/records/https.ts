import { name, number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16 } from '../fields/number.ts'
import { parameters } from '../fields/parameters.ts'

/** How a web site is reached. */
export const https = defineKeptType({
  type: 'HTTPS',
  number: 65,
  source: { rfc: 9460, section: '2.1' },
  syntax: 'HTTPS <priority> <target> <parameters>',
  meaning: 'How to reach a web site: other names, protocols, keys.',
  columns: [number('priority', MAX_U16), name('target'), parameters],
})

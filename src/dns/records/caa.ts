import { number, tag, text } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U8 } from '../fields/number.ts'

/** Who may issue certificates for the domain. */
export const caa = defineKeptType({
  type: 'CAA',
  number: 257,
  source: { rfc: 8659, section: '4.1.1' },
  syntax: 'CAA <flags> <tag> <value>',
  meaning: 'Which certificate authorities may issue certificates for the domain.',
  columns: [number('flags', MAX_U8), tag, text('value')],
})

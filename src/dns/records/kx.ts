import { name, number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16 } from '../fields/number.ts'

/** A key exchanger. */
export const kx = defineKeptType({
  type: 'KX',
  number: 36,
  source: { rfc: 2230 },
  syntax: 'KX <preference> <host>',
  meaning: 'A host that exchanges keys for this one.',
  columns: [number('preference', MAX_U16), name('host')],
})

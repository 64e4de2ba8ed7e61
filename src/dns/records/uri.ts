import { number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16 } from '../fields/number.ts'
import { quoted } from '../fields/texts.ts'

/** Where a service is, as a whole URI. */
export const uri = defineKeptType({
  type: 'URI',
  number: 256,
  source: { rfc: 7553 },
  syntax: 'URI <priority> <weight> "<target>"',
  meaning: 'The address of a service as a URI.',
  columns: [number('priority', MAX_U16), number('weight', MAX_U16), quoted('target')],
})

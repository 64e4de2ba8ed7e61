import { number, types } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16, MAX_U32 } from '../fields/number.ts'

/** What the parent shall copy from its child. */
export const csync = defineKeptType({
  type: 'CSYNC',
  number: 62,
  source: { rfc: 7477 },
  syntax: 'CSYNC <serial> <flags> <types>',
  meaning: 'Which records of this zone its parent shall take over.',
  columns: [number('serial', MAX_U32), number('flags', MAX_U16), types],
})

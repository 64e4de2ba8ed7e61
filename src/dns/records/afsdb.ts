import { name, number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16 } from '../fields/number.ts'

/** A server of AFS. */
export const afsdb = defineKeptType({
  type: 'AFSDB',
  number: 18,
  source: { rfc: 1183 },
  syntax: 'AFSDB <subtype> <host>',
  meaning: 'A server of the file system AFS.',
  columns: [number('subtype', MAX_U16), name('host')],
})

import { name, number, type } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { scheme } from '../fields/mnemonics.ts'
import { MAX_U16 } from '../fields/number.ts'

/** Where a child reports that its keys change. */
export const dsync = defineKeptType({
  type: 'DSYNC',
  number: 66,
  source: { rfc: 9859 },
  syntax: 'DSYNC <type> <scheme> <port> <target>',
  meaning: 'Where a parent takes notes of changes of its children’s keys.',
  columns: [type('type'), scheme, number('port', MAX_U16), name('target')],
})

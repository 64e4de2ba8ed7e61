import { name } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'

/** The person who is responsible for a name. */
export const rp = defineKeptType({
  type: 'RP',
  number: 17,
  source: { rfc: 1183 },
  syntax: 'RP <mailbox> <text name>',
  meaning: 'Who is responsible: a mailbox as a name, and the name of a text.',
  columns: [name('mailbox'), name('name of a text')],
})

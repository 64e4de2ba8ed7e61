import { text } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'

/** What a machine is. */
export const hinfo = defineKeptType({
  type: 'HINFO',
  number: 13,
  source: { rfc: 1035, section: '3.3.2' },
  syntax: 'HINFO "<machine>" "<system>"',
  meaning: 'A machine and its operating system; answers to ANY show it.',
  columns: [text('machine'), text('system')],
})

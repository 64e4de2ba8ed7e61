import { defineKeptType } from '../fields/kept.ts'
import { strings } from '../fields/texts.ts'

/** Where to pay to. */
export const wallet = defineKeptType({
  type: 'WALLET',
  number: 262,
  source: { rfc: 6895, section: '3.1' },
  syntax: 'WALLET "<currency>" "<address>"',
  meaning: 'An address to pay to.',
  columns: [strings],
})

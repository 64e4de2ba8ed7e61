import { prefixes } from '../fields/addresses.ts'
import { defineKeptType } from '../fields/kept.ts'

/** Networks that belong, or do not belong, to something. */
export const apl = defineKeptType({
  type: 'APL',
  number: 42,
  source: { rfc: 3123, section: '5' },
  syntax: 'APL <[!]family:address/prefix> …',
  meaning: 'A list of networks.',
  columns: [prefixes],
})

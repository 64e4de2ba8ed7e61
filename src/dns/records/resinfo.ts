import { defineKeptType } from '../fields/kept.ts'
import { strings } from '../fields/texts.ts'

/** What a resolver states of itself. */
export const resinfo = defineKeptType({
  type: 'RESINFO',
  number: 261,
  source: { rfc: 9606 },
  syntax: 'RESINFO "<key=value>" …',
  meaning: 'What a resolver is able to do.',
  columns: [strings],
})

import { algorithm } from '../fields/algorithm.ts'
import { hex, number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16, MAX_U8 } from '../fields/number.ts'

/** What the parent shall publish as DS. */
export const cds = defineKeptType({
  type: 'CDS',
  number: 59,
  source: { rfc: 7344, section: '3.1' },
  syntax: 'CDS <key tag> <algorithm> <digest type> <hex>',
  meaning: 'The DS record that this zone asks its parent to publish.',
  columns: [number('key tag', MAX_U16), algorithm, number('digest type', MAX_U8), hex('digest')],
})

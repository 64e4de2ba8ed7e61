import { name, number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16 } from '../fields/number.ts'

/** Where a service is found: host and port. */
export const srv = defineKeptType({
  type: 'SRV',
  number: 33,
  source: { rfc: 2782 },
  syntax: 'SRV <priority> <weight> <port> <target>',
  columns: [
    number('priority', MAX_U16),
    number('weight', MAX_U16),
    number('port', MAX_U16),
    name('target'),
  ],
})

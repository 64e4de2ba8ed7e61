import { explained, name, number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16 } from '../fields/number.ts'

/** Where a service is found: host and port. */
export const srv = defineKeptType({
  type: 'SRV',
  number: 33,
  source: { rfc: 2782 },
  syntax: 'SRV <priority> <weight> <port> <target>',
  meaning: 'The host and port of a service, such as `_submission._tcp`.',
  columns: [
    explained(number('priority', MAX_U16), 'Priority: the lowest is tried first.'),
    explained(number('weight', MAX_U16), 'Weight: the share among those of one priority.'),
    explained(number('port', MAX_U16), 'The port.'),
    explained(name('target'), 'The host of the service.'),
  ],
})

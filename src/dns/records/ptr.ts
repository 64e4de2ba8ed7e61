import { oneName } from '../fields/target.ts'
import { defineRecordType } from '../record-type.ts'

/** The name of an address, under `in-addr.arpa` or `ip6.arpa`. */
export const ptr = defineRecordType({
  type: 'PTR',
  number: 12,
  source: { rfc: 1035, section: '3.3.12' },
  syntax: 'PTR <name>',
  meaning: 'The name of an address, in the reverse zone. Mail servers look whether it leads back.',
  fields: [{ kind: 'name' }],
  ...oneName('PTR', 'name'),
})

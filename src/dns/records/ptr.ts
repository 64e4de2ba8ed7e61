import { oneName } from '../fields/target.ts'
import { defineRecordType } from '../record-type.ts'

/** The name of an address, under `in-addr.arpa` or `ip6.arpa`. */
export const ptr = defineRecordType({
  type: 'PTR',
  number: 12,
  source: { rfc: 1035, section: '3.3.12' },
  syntax: 'PTR <name>',
  ...oneName('PTR', 'name'),
})

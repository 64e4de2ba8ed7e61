import { oneName } from '../fields/target.ts'
import { defineRecordType } from '../record-type.ts'

/** An alias for everything below the owner, not for the owner itself. */
export const dname = defineRecordType({
  type: 'DNAME',
  number: 39,
  source: { rfc: 6672, section: '2.1' },
  syntax: 'DNAME <name>',
  meaning: 'Sends every name below this one on to the same name below another.',
  fields: [{ kind: 'name' }],
  ...oneName('DNAME', 'name'),
})

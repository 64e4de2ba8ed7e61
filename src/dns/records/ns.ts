import { oneName } from '../fields/target.ts'
import { defineRecordType } from '../record-type.ts'

/** A name server of the zone, or of the zone that is cut off here. */
export const ns = defineRecordType({
  type: 'NS',
  number: 2,
  source: { rfc: 1035, section: '3.3.11' },
  syntax: 'NS <name server>',
  meaning: 'A name server of the zone, or of the part of it that is delegated.',
  fields: [{ kind: 'name' }],
  ...oneName('NS', 'name server'),
})

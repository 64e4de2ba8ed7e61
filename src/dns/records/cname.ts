import { oneName } from '../fields/target.ts'
import { defineRecordType } from '../record-type.ts'

/** An alias: a query for the owner is answered with what the target has. */
export const cname = defineRecordType({
  type: 'CNAME',
  number: 5,
  source: { rfc: 1035, section: '3.3.1' },
  syntax: 'CNAME <name>',
  meaning:
    'Another name for this one: queries are answered from there. No other record may stand beside it.',
  fields: [{ kind: 'name' }],
  ...oneName('CNAME', 'name'),
})

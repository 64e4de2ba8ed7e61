import type { TextData } from '../../core/dns.ts'
import { printStrings, readText, wireStrings } from '../fields/text.ts'
import { defineRecordType } from '../record-type.ts'

/** Text that others give a meaning: SPF, DKIM and DMARC live here. */
export const txt = defineRecordType<TextData>({
  type: 'TXT',
  number: 16,
  source: { rfc: 1035, section: '3.3.14' },
  syntax: 'TXT "<text>"',
  meaning: 'Free text. SPF, DKIM keys and DMARC policies are published as texts.',
  fields: [{ kind: 'text' }],
  parse(fields) {
    const read = readText(fields)
    return read && { type: 'TXT', ...read }
  },
  print: ({ strings }) => printStrings(strings),
  fromWire(wire) {
    const strings = wireStrings(wire)
    return strings && { type: 'TXT', strings }
  },
})

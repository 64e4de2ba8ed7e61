import type { TextData } from '../../core/dns.ts'
import { printStrings, readText, wireStrings } from '../fields/text.ts'
import { defineRecordType } from '../record-type.ts'

/** The type that SPF once had beside TXT, and that RFC 7208 retired. */
export const spf = defineRecordType<TextData>({
  type: 'SPF',
  number: 99,
  source: { rfc: 7208, section: '3.1' },
  syntax: 'SPF "<text>"',
  meaning: 'A type of its own for SPF, given up again. Publish SPF as `TXT`.',
  fields: [{ kind: 'text' }],
  parse(fields) {
    const read = readText(fields)
    return read && { type: 'SPF', ...read }
  },
  print: ({ strings }) => printStrings(strings),
  fromWire(wire) {
    const strings = wireStrings(wire)
    return strings && { type: 'SPF', strings }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { allOf, type ZoneSubject } from '../subject.ts'

/** Octets of a digest by its type: SHA-1, SHA-256 (RFC 4509 §2.2), SHA-384 (RFC 6605 §2). */
const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['1', 20],
  ['2', 32],
  ['4', 48],
])

const DIGEST = 3

export const digestLength = defineRule<ZoneSubject>({
  code: 'zone/digest-length',
  severity: 'error',
  source: { rfc: 4034, section: '5.1.4' },
  why: 'A DS record holds the hash of a key, and each kind of hash has one length: SHA-1 has 20 octets, SHA-256 has 32, SHA-384 has 48. Another length is no hash at all.',
  bad: [
    'kid NS ns.example.net.\nkid DS 1 8 2 «abcd»',
    `kid DS 1 8 1 «${'ab'.repeat(21)}»`,
    '@ CDS 1 8 2 «abcd»',
  ],
  good: [
    `kid DS 1 8 2 ${'ab'.repeat(32)}`,
    `kid DS 1 13 4 ${'ab'.repeat(24)} ${'cd'.repeat(24)}`,
    'kid DS 1 8 200 abcd',
    '@ CDS 0 0 0 00',
  ],
  *check(subject) {
    for (const { record, fields } of [...allOf(subject, 'DS'), ...allOf(subject, 'CDS')]) {
      const wanted = LENGTHS.get(record.fields[2] ?? '')
      const digest = record.fields[DIGEST]
      const [first] = fields.slice(DIGEST)
      if (wanted === undefined || digest === undefined || !first) continue
      if (digest.length === wanted * 2) continue
      yield {
        span: { from: first.span.from, to: fields.at(-1)!.span.to },
        message: `This digest has ${digest.length / 2} octets; of type ${record.fields[2]} it has ${wanted}.`,
      }
    }
  },
})

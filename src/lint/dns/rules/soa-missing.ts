import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { startOfRecords } from '../start-of-records.ts'
import { apexOf, isMeantForApex, ofType, type ZoneSubject } from '../subject.ts'

export const soaMissing = defineRule<ZoneSubject>({
  code: 'zone/soa-missing',
  severity: 'error',
  source: { rfc: 1035, section: '5.2' },
  why: 'A zone starts with its SOA record: who keeps it, and how long an absence may be remembered. Without one no name server loads it.',
  bad: ['«@» NS ns\nns A 192.0.2.1', '; nothing yet\n«mail» A 192.0.2.1'],
  good: [
    '@ SOA ns hostmaster 1 1d 2h 4w 1h\n@ NS ns\nns A 192.0.2.1',
    'example.com SOA ns hostmaster 1 1d 2h 4w 1h\n@ NS ns\nns A 192.0.2.1',
    '@ SOA ns hostmaster 1 1d 2h 4w\n@ NS ns\nns A 192.0.2.1',
    '$ORIGIN example.net.\n@ SOA ns hostmaster 1 1d 2h 4w 1h\n@ NS ns\nns A 192.0.2.1',
  ],
  *check(subject) {
    if (isMeantForApex('SOA', subject)) return
    const { zone } = subject
    const { mark, insertAt } = startOfRecords(subject)
    const primary = ofType(apexOf(subject), 'NS')[0]?.record.target ?? `ns.${zone.origin}`
    // Where no record could be read, it stands behind everything: on a line of its own.
    const start = insertAt > 0 && zone.text[insertAt - 1] !== '\n' ? '\n' : ''
    const soa = `${start}${zone.origin}. SOA ${primary}. hostmaster.${zone.origin}. 1 1d 2h 4w 1h\n`
    yield {
      span: mark,
      message: `\`${zone.origin}\` has no SOA record.`,
      fixes: [
        { title: 'Add an SOA record', edits: [{ span: span(insertAt, insertAt), text: soa }] },
      ],
    }
  },
})

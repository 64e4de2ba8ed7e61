import type { Fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { startOfRecords } from '../start-of-records.ts'
import { apexOf, isMeantForApex, ofType, type ZoneSubject } from '../subject.ts'

export const nsMissing = defineRule<ZoneSubject>({
  code: 'zone/ns-missing',
  severity: 'error',
  source: { rfc: 1034, section: '4.2.1' },
  why: 'The NS records at the top of a zone list all its name servers. Without one no name server loads the zone.',
  bad: ['@ «SOA» ns hostmaster 1 1d 2h 4w 1h\n MX 10 ns\nns A 192.0.2.1', '«mail» A 192.0.2.1'],
  good: ['@ SOA ns hostmaster 1 1d 2h 4w 1h\n@ NS ns\nns A 192.0.2.1'],
  *check(subject) {
    if (isMeantForApex('NS', subject)) return
    const apex = apexOf(subject)
    yield {
      span: ofType(apex, 'SOA')[0]?.type ?? startOfRecords(subject).mark,
      message: `\`${subject.zone.origin}\` names no name server.`,
      fixes: addNs(subject),
    }
  },
})

/** The SOA names a primary server, which is one of them as a rule. */
function addNs(subject: ZoneSubject): readonly Fix[] {
  const [soa] = ofType(apexOf(subject), 'SOA')
  const entry = soa && subject.entryAt(soa.span.from)
  if (!entry || soa.record.primary === '') return []
  const end = entry.lines.at(-1)!.span.to
  const text = `\n${subject.zone.origin}. NS ${soa.record.primary}.`
  return [{ title: 'Add the primary server of the SOA', edits: [{ span: span(end, end), text }] }]
}

import { defineRule } from '../../../core/rule.ts'
import { relatedRecord } from '../edits.ts'
import { parentName } from '../../../dns/names.ts'
import type { ZoneSubject } from '../subject.ts'
import type { ZoneRecord } from '../../../dns/zone/zone.ts'

export const dataBelowDname = defineRule<ZoneSubject>({
  code: 'zone/data-below-dname',
  severity: 'error',
  source: { rfc: 6672, section: '2.4' },
  why: 'A DNAME redirects every query below its name to its target. Records there can never be answered.',
  bad: ['old DNAME new\nwww.old «A» 192.0.2.1'],
  good: ['old DNAME new\nold TXT "moved"\nwww.new A 192.0.2.1'],
  *check(subject) {
    if (subject.dnames.size === 0) return
    for (const [name, records] of subject.names) {
      const dname = dnameAbove(name, subject)
      if (!dname) continue
      for (const one of records)
        yield {
          span: one.type,
          message: `Everything below \`${dname.record.name}\` is redirected, so this record is never answered.`,
          related: [relatedRecord(subject, dname, 'This record redirects it.')],
        }
    }
  },
})

function dnameAbove(name: string, { zone, dnames }: ZoneSubject): ZoneRecord | undefined {
  for (let at = name; at !== zone.origin && at !== '';) {
    at = parentName(at)
    const dname = dnames.get(at)
    if (dname) return dname
  }
  return undefined
}

import { defineRule } from '../../../core/rule.ts'
import { relatedRecord } from '../edits.ts'
import { parentName } from '../../../dns/names.ts'
import { isDoubled, typesOf, type ZoneSubject } from '../subject.ts'
import type { ZoneRecord } from '../../../dns/zone/zone.ts'

/** The types that the parent may hold at the cut, and the addresses it may give below as glue. */
const AT_CUT = new Set(['NS', 'DS', 'RRSIG', 'NSEC', 'A', 'AAAA'])
const GLUE = new Set(['A', 'AAAA'])

export const dataBelowCut = defineRule<ZoneSubject>({
  code: 'zone/data-below-cut',
  severity: 'warning',
  source: { rfc: 1035, section: '5.2' },
  why: 'NS records below the zone’s own name hand the name, and all below it, over to another zone. What stands here for those names is not answered, except addresses as glue.',
  bad: [
    'sub NS ns.example.net.\nmail.sub «MX» 10 mx.example.net.',
    'sub NS ns.example.net.\nsub «TXT» "hello"',
  ],
  good: ['sub NS ns.sub\nns.sub A 192.0.2.53', '@ NS ns.example.net.\n@ TXT "hello"'],
  *check(subject) {
    if (subject.cuts.size === 0) return
    for (const [name, records] of subject.names) {
      const cut = cutAbove(name, subject)
      if (!cut) continue
      const allowed = cut.record.name === name ? AT_CUT : GLUE
      for (const one of records)
        if (!allowed.has(one.record.type))
          yield {
            span: one.type,
            message: `\`${cut.record.name}\` is handed over to other name servers, so this record is never answered.`,
            related: [relatedRecord(subject, cut, 'Here it is handed over.')],
          }
    }
  },
})

/** The delegation at the name or nearest above it. */
function cutAbove(name: string, { zone, cuts, names }: ZoneSubject): ZoneRecord | undefined {
  for (let at = name; at !== zone.origin && at !== ''; at = parentName(at)) {
    const cut = cuts.get(at)
    // An owner without its final dot hands nothing over, nor does the start of a zone.
    if (cut && !isDoubled(at, zone) && !typesOf(names.get(at)!).has('SOA')) return cut
  }
  return undefined
}

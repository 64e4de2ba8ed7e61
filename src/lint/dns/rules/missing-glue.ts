import { defineRule } from '../../../core/rule.ts'
import { isWithin } from '../../../core/domain.ts'
import { allOf, targetSpan, typesOf, type ZoneSubject } from '../subject.ts'

export const missingGlue = defineRule<ZoneSubject>({
  code: 'zone/missing-glue',
  severity: 'error',
  source: { rfc: 1034, section: '4.2.1' },
  why: 'To ask the name server of a zone cut off here, one needs its address. If its name lies inside that zone, only this zone can give it: as glue.',
  bad: ['sub NS «ns.sub»'],
  good: ['sub NS ns.sub\nns.sub A 192.0.2.53', 'sub NS ns.example.net.'],
  *check(subject) {
    const { zone, names } = subject
    for (const one of allOf(subject, 'NS')) {
      const { name, target } = one.record
      if (name === zone.origin || !isWithin(target, name)) continue
      const types = typesOf(names.get(target) ?? [])
      if (types.has('A') || types.has('AAAA')) continue
      yield {
        span: targetSpan(one),
        message: `The address of \`${target}\` is missing: it lies inside \`${name}\`, which is asked through it.`,
      }
    }
  },
})

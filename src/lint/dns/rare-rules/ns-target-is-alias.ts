import { defineRule } from '../../../core/rule.ts'
import { aliasFinding } from '../alias-finding.ts'
import { allOf, type ZoneSubject } from '../subject.ts'

export const nsTargetIsAlias = defineRule<ZoneSubject>({
  code: 'zone/ns-target-is-alias',
  severity: 'error',
  source: { rfc: 2181, section: '10.3' },
  why: 'The name of a name server has its own addresses. Resolvers need them at once and do not follow an alias there.',
  bad: ['@ NS «ns»\nns CNAME host\nhost A 192.0.2.53'],
  good: ['@ NS host\nns CNAME host\nhost A 192.0.2.53'],
  *check(subject) {
    for (const one of allOf(subject, 'NS')) yield* aliasFinding(one, one.record.target, subject)
  },
})

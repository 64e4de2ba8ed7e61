import { defineRule } from '../../../core/rule.ts'
import { aliasFinding } from '../alias-finding.ts'
import { allOf, type ZoneSubject } from '../subject.ts'

export const mxTargetIsAlias = defineRule<ZoneSubject>({
  code: 'mx/target-is-alias',
  severity: 'error',
  source: { rfc: 2181, section: '10.3' },
  why: 'The host of an MX record has its own addresses. Behind an alias, mail servers that take the names literally do not know that the mail is theirs, and a loop begins.',
  bad: ['@ MX 10 «mail»\nmail CNAME host\nhost A 192.0.2.25'],
  good: ['@ MX 10 host\nmail CNAME host\nhost A 192.0.2.25'],
  *check(subject) {
    for (const one of allOf(subject, 'MX')) yield* aliasFinding(one, one.record.exchange, subject)
  },
})

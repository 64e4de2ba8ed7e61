import { defineRule } from '../../../core/rule.ts'
import { allOf, targetSpan, type ZoneSubject } from '../subject.ts'

export const aliasLoop = defineRule<ZoneSubject>({
  code: 'zone/alias-loop',
  severity: 'error',
  source: { rfc: 1034, section: '3.6.2' },
  why: 'A resolver follows an alias to its end. Where aliases lead back to where they began there is no end, and it gives up with an error.',
  bad: ['a CNAME «b»\nb CNAME «a»', 'self CNAME «self»'],
  good: ['a CNAME b\nb CNAME c\nc A 192.0.2.1'],
  *check(subject) {
    for (const one of allOf(subject, 'CNAME')) {
      const { aliases = [], status } = subject.resolver.query(one.record.name, 'A')
      const returns = aliases.some((alias) => 'target' in alias && alias.target === one.record.name)
      if (status === 'servfail' && returns)
        yield {
          span: targetSpan(one),
          message: `Following \`${one.record.target}\` leads back to \`${one.record.name}\`.`,
        }
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { removeRecord } from '../edits.ts'
import { allOf, type ZoneSubject } from '../subject.ts'

export const wildcardDelegation = defineRule<ZoneSubject>({
  code: 'zone/wildcard-delegation',
  severity: 'warning',
  source: { rfc: 4592, section: '4.2' },
  why: 'An NS record hands a name to other servers. For a wildcard no RFC defines what that means, and some servers refuse a zone that holds one.',
  bad: ['«*» NS ns.example.net.', '«*.sub» NS ns.example.net.'],
  good: ['sub NS ns.example.net.', '* MX 10 mail.example.net.'],
  *check(subject) {
    for (const found of allOf(subject, 'NS'))
      if (found.record.name.startsWith('*.'))
        yield {
          span: found.owner,
          message: `\`${found.record.name}\` is a wildcard, and cannot be handed to \`${found.record.target}\`. Delegate each name by its own.`,
          fixes: removeRecord('Remove it', found, subject),
        }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { relatedRecord, removeRecord } from '../edits.ts'
import { namesWith, ofType, type ZoneSubject } from '../subject.ts'

export const severalCnames = defineRule<ZoneSubject>({
  code: 'zone/several-cnames',
  severity: 'error',
  source: { rfc: 2181, section: '10.1' },
  why: 'An alias has one canonical name. With two, each resolver would pick its own.',
  bad: ['www CNAME a\nwww «CNAME» b\na A 192.0.2.1\nb A 192.0.2.2'],
  good: ['www CNAME a\nftp CNAME a\na A 192.0.2.1'],
  *check(subject) {
    for (const [name, records] of namesWith(subject, 'CNAME')) {
      const [first, ...more] = ofType(records, 'CNAME')
      for (const alias of more)
        if (alias.record.target !== first!.record.target)
          yield {
            span: alias.type,
            message: `\`${name}\` is an alias of \`${first!.record.target}\` already.`,
            related: [relatedRecord(subject, first!, 'The first alias.')],
            fixes: removeRecord('Remove this CNAME', alias, subject),
          }
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, inField } from '../subject.ts'

export const fromGroup = defineRule<FormatSubject>({
  code: 'message/from-group',
  severity: 'warning',
  source: { rfc: 6854, section: '3' },
  why: 'A group in `From` is allowed since 2013, and only where no one may be answered: DMARC and filters look for one address there.',
  bad: [
    'From: «Night watch:;»\n\nHi\n',
    'From: «Partners: ann@example.org, bob@example.org;»\nSender: ann@example.org\n\nHi\n',
  ],
  good: ['From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n'],
  *check({ addresses }) {
    for (const { field, list } of addresses)
      for (const entry of list.entries)
        if (field.lower === 'from' && entry.kind === 'group')
          yield {
            span: inField(field, entry.span),
            message: `\`${entry.name}\` is a group, not an author: programs that mind \`From\` may refuse it.`,
          }
  },
})

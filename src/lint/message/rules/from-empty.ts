import { defineRule } from '../../../core/rule.ts'
import type { FormatSubject } from '../subject.ts'

export const fromEmpty = defineRule<FormatSubject>({
  code: 'message/from-empty',
  severity: 'error',
  source: { rfc: 5322, section: '3.6.2' },
  why: 'A `From` without an address names no author. No one can answer, and DMARC has no domain to judge.',
  bad: ['«From»:\n\nHi\n', '«From»: (Ann)\n\nHi\n'],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
    'From: Night watch:;\n\nHi\n',
  ],
  *check({ addresses }) {
    for (const { field, list } of addresses)
      if (field.lower === 'from' && list.entries.length === 0 && list.problems.length === 0)
        yield { span: field.nameSpan, message: '`From` holds no address.' }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { formatDate } from '../../../message/date.ts'
import { addField } from '../edits.ts'
import { fieldNamed } from '../../../message/field.ts'
import { type FormatSubject, headPlace } from '../subject.ts'

export const dateMissing = defineRule<FormatSubject>({
  code: 'message/date-missing',
  severity: 'error',
  source: { rfc: 5322, section: '3.6' },
  why: 'Every message states when it was written: readers sort by `Date`, and filters count a message without one as junk.',
  bad: [
    '«From»: ann@example.org\n\nHi\n',
    'Received: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000\n«From»: ann@example.org\n\nHi\n',
  ],
  good: ['From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n'],
  *check({ message, chain }) {
    if (fieldNamed(message, 'Date')) return
    const sent = chain.hops[0]?.at
    yield {
      span: headPlace(message),
      message:
        'The message has no `Date`: it is one of the two fields that each message must have.',
      fixes: sent === undefined ? [] : [addField(message, `Date: ${formatDate(sent)}`)],
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import type { FormatSubject } from '../subject.ts'

const AUTHORS = new Set(['from', 'date', 'subject', 'to', 'cc', 'message-id', 'mime-version'])

export const receivedPlace = defineRule<FormatSubject>({
  code: 'message/received-place',
  severity: 'info',
  source: { rfc: 5322, section: '3.6' },
  why: 'Servers put their fields on top. One below the author’s was moved, or was there before the message was sent.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n«Received»: from a.example by b.example; Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
  ],
  good: [
    'Received: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
  ],
  *check({ message }) {
    const author = message.fields.findIndex(({ lower }) => AUTHORS.has(lower))
    const late = message.fields.find(({ lower }, at) => lower === 'received' && at > author)
    if (author < 0 || !late) return
    yield {
      span: late.nameSpan,
      message: `This field stands below \`${message.fields[author]!.name}\`, which the author wrote: servers write on top.`,
    }
  },
})

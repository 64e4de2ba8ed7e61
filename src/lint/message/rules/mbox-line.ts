import { fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import type { FormatSubject } from '../subject.ts'
import { lineAt } from '../../../message/lines.ts'
import { isMboxLine } from '../../../message/mbox-line.ts'

export const mboxLine = defineRule<FormatSubject>({
  code: 'message/mbox-line',
  severity: 'error',
  source: { rfc: 5322, section: '2.2' },
  why: 'Mailboxes in files part their messages with a line `From someone, date`. It is none of the message: its colons make a broken field of it.',
  bad: ['«From ann@example.org Mon Jun  1 12:00:00 2026»\nFrom: ann@example.org\n\nHi\n'],
  good: ['From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n'],
  *check({ message: { text } }) {
    if (!isMboxLine(text, 0)) return
    const { text: line, whole } = lineAt(text, 0)
    yield {
      span: line,
      message: 'This line belongs to a file of many messages, not to the message.',
      fixes: [fix('Take the line out', whole, '')],
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { removeField } from '../edits.ts'
import type { FormatSubject } from '../subject.ts'

export const bccLeft = defineRule<FormatSubject>({
  code: 'message/bcc-left',
  severity: 'warning',
  source: { rfc: 5322, section: '3.6.3' },
  why: 'Who stands in `Bcc` gets the message without the others knowing. Left in, it shows the address to every one of them.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n«Bcc»: carol@example.net\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nBcc:\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nCc: carol@example.net\n\nHi\n',
  ],
  *check({ addresses }) {
    for (const { field, list } of addresses)
      if (/^(?:resent-)?bcc$/.test(field.lower) && list.mailboxes.length > 0)
        yield {
          span: field.nameSpan,
          message: 'Every recipient can read whom the message was blindly copied to.',
          fixes: [removeField(field)],
        }
  },
})

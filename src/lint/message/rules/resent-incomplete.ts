import { defineRule } from '../../../core/rule.ts'
import { fieldNamed } from '../../../message/field.ts'
import type { FormatSubject } from '../subject.ts'

const RESENT = /^resent-(?:date|from|sender|to|cc|bcc|message-id)$/

export const resentIncomplete = defineRule<FormatSubject>({
  code: 'message/resent-incomplete',
  severity: 'error',
  source: { rfc: 5322, section: '3.6.6' },
  why: 'Who sends a message once more states who and when: with other `Resent-` fields there must be `Resent-From` and `Resent-Date`.',
  bad: [
    '«Resent-To»: carol@example.net\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
    'Resent-From: bob@example.net\n«Resent-To»: carol@example.net\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
  ],
  good: [
    'Resent-Date: Tue, 02 Jun 2026 12:00:00 +0000\nResent-From: bob@example.net\nResent-To: carol@example.net\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
  ],
  *check({ message }) {
    const resent = message.fields.filter(({ lower }) => RESENT.test(lower))
    const missing = ['Resent-Date', 'Resent-From'].filter((name) => !fieldNamed(message, name))
    const [first] = resent.filter(({ lower }) => !/-(?:date|from)$/.test(lower)).concat(resent)
    if (!first || missing.length === 0) return
    yield {
      span: first.nameSpan,
      message: `${missing.map((name) => `\`${name}\``).join(' and ')} must stand beside it.`,
    }
  },
})

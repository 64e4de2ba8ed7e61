import { defineRule } from '../../../core/rule.ts'
import { removeField } from '../edits.ts'
import type { FormatSubject } from '../subject.ts'

/** `Bcc` may be empty (§3.6.3); other rules report an empty `From` or `Sender`. */
const MUST_HOLD = /^(?:resent-)?(?:to|cc|reply-to)$/

export const emptyField = defineRule<FormatSubject>({
  code: 'message/empty-field',
  severity: 'warning',
  source: { rfc: 5322, section: '3.4' },
  why: 'A list of addresses holds at least one. Many servers count an empty field as a sign of junk.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n«To»:\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n«Reply-To»: (none)\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nTo: undisclosed-recipients:;\nBcc:\n\nHi\n',
  ],
  *check({ addresses }) {
    for (const { field, list } of addresses)
      if (MUST_HOLD.test(field.lower) && list.entries.length === 0 && list.problems.length === 0)
        yield {
          span: field.nameSpan,
          message: `\`${field.name}\` holds no address: leave it out.`,
          fixes: [removeField(field)],
        }
  },
})

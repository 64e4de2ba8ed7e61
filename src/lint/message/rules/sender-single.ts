import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, valuePlace } from '../subject.ts'

export const senderSingle = defineRule<FormatSubject>({
  code: 'message/sender-single',
  severity: 'error',
  source: { rfc: 5322, section: '3.6.2' },
  why: '`Sender` is the one mailbox that sent the message: neither none nor several.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSender: «ann@example.org, bob@example.org»\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n«Sender»:\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSender: bob@example.org\n\nHi\n',
  ],
  *check({ message, addresses }) {
    for (const { field, list } of addresses)
      if (field.lower === 'sender' && list.problems.length === 0 && list.mailboxes.length !== 1)
        yield {
          span: valuePlace(message, field),
          message: `\`Sender\` holds ${list.mailboxes.length === 0 ? 'no mailbox' : `${list.mailboxes.length} mailboxes`}; it has exactly one.`,
        }
  },
})

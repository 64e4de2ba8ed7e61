import { defineRule } from '../../../core/rule.ts'
import { fieldsNamed } from '../../../message/field.ts'
import { type FormatSubject, valuePlace } from '../subject.ts'
import { parseMessageId } from '../../../message/message-id.ts'
import { withoutComments } from '../../../message/tokens.ts'

export const messageIdDomain = defineRule<FormatSubject>({
  code: 'message/message-id-domain',
  severity: 'info',
  source: { rfc: 5322, section: '3.6.4' },
  why: 'The host that makes an id answers for it being the only one. A name that thousands of machines bear does not keep them apart.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nMessage-ID: «<a1@localhost>»\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nMessage-ID: «<a1@laptop>»\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nMessage-ID: «<a1@localhost.localdomain>»\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nMessage-ID: <a1@mail.example.org>\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nMessage-ID: <a1@[192.0.2.1]>\n\nHi\n',
  ],
  *check({ message }) {
    for (const field of fieldsNamed(message, 'Message-ID')) {
      const id = parseMessageId(withoutComments(field.value))
      if (!id || !isEverybodys(id.right)) continue
      yield {
        span: valuePlace(message, field),
        message: `\`${id.right.slice(0, 100)}\` is no name of its own in the Internet, so another host may make the same id.`,
      }
    }
  },
})

const isEverybodys = (right: string): boolean =>
  !right.startsWith('[') && (!right.includes('.') || /\.(?:local|localdomain)$/i.test(right))

import { defineRule } from '../../../core/rule.ts'
import { fieldNamed } from '../../../message/field.ts'
import { type FormatSubject, headPlace } from '../subject.ts'

export const messageIdMissing = defineRule<FormatSubject>({
  code: 'message/message-id-missing',
  severity: 'warning',
  source: { rfc: 5322, section: '3.6.4' },
  why: 'Replies, threads, archives and lists hold on to `Message-ID`. Without one no reader can distinguish a copy from a second message, and some filters refuse it.',
  bad: ['«From»: ann@example.org\n\nHi\n'],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nMessage-ID: <a1@example.org>\n\nHi\n',
  ],
  *check({ message }) {
    if (fieldNamed(message, 'Message-ID')) return
    yield {
      span: headPlace(message),
      message:
        'The message has no `Message-ID`: write one that no one else ever uses, `<something@your.domain>`.',
    }
  },
})

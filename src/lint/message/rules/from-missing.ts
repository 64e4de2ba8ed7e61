import { defineRule } from '../../../core/rule.ts'
import { fieldNamed } from '../../../message/field.ts'
import { type FormatSubject, headPlace } from '../subject.ts'

export const fromMissing = defineRule<FormatSubject>({
  code: 'message/from-missing',
  severity: 'error',
  source: { rfc: 5322, section: '3.6' },
  why: '`From` names the author, and it is what DMARC judges. Receivers turn a message without it away.',
  bad: ['«Date»: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n', '«Sender»: ann@example.org\n\nHi\n'],
  good: ['From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n'],
  *check({ message }) {
    if (fieldNamed(message, 'From')) return
    const sender = fieldNamed(message, 'Sender')
    yield {
      span: sender?.nameSpan ?? headPlace(message),
      message: sender
        ? 'The message has no `From`: `Sender` names who sent it, not who wrote it.'
        : 'The message has no `From`: no one is named as its author.',
    }
  },
})

import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, met } from '../subject.ts'

export const receivedBackwards = defineRule<FormatSubject>({
  code: 'message/received-backwards',
  severity: 'info',
  source: { rfc: 5321, section: '4.4' },
  why: 'Servers write below each other when they got a message, so the times go up. Where they do not, a clock is wrong or a field was made up.',
  bad: [
    lines(
      'Received: from b.example by c.example; «Mon, 01 Jun 2026 11:00:00 +0000»',
      'Received: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000',
      'From: ann@example.org',
      'Date: Mon, 01 Jun 2026 12:00:00 +0000',
      '',
      'Hi',
      '',
    ),
  ],
  good: [
    lines(
      'Received: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000',
      'Received: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000',
      'From: ann@example.org',
      'Date: Mon, 01 Jun 2026 12:00:00 +0000',
      '',
      'Hi',
      '',
    ),
  ],
  *check(subject) {
    yield* met(subject, 'message/received-backwards')
  },
})

import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, met } from '../subject.ts'

export const receivedNoDate = defineRule<FormatSubject>({
  code: 'message/received-no-date',
  severity: 'warning',
  source: { rfc: 5322, section: '3.6.7' },
  why: 'Each server states when it got the message, behind a semicolon. Without it no one can see where the message waited.',
  bad: [
    'Received:« from a.example by b.example»\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
  ],
  good: [
    'Received: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
  ],
  *check(subject) {
    yield* met(subject, 'message/received-no-date')
  },
})

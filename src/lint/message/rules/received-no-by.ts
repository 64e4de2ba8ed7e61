import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, met } from '../subject.ts'

export const receivedNoBy = defineRule<FormatSubject>({
  code: 'message/received-no-by',
  severity: 'warning',
  source: { rfc: 5321, section: '4.4' },
  why: 'A server names itself with `by`, and whom it got the message from with `from`.',
  bad: [
    'Received:« from a.example; Mon, 01 Jun 2026 12:00:00 +0000»\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
  ],
  good: [
    'Received: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
  ],
  *check(subject) {
    yield* met(subject, 'message/received-no-by')
  },
})

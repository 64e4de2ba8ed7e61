import { defineRule } from '../../../core/rule.ts'
import { parseDate } from '../../../message/date.ts'
import { fieldNamed } from '../../../message/field.ts'
import { type FormatSubject, valuePlace } from '../subject.ts'

const HOUR = 3_600_000

/** Clocks differ a little, and who writes offline sends later (§3.6.1). Limits of ours. */
const MOST_AHEAD = HOUR
const MOST_BEFORE = 30 * 24 * HOUR

export const dateFar = defineRule<FormatSubject>({
  code: 'message/date-far',
  severity: 'warning',
  source: { rfc: 5322, section: '3.6.1' },
  why: '`Date` is when the message was made ready to go. Far from when the first server got it, a clock is wrong, or somebody wants the message to stand on top.',
  bad: [
    'Received: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000\nFrom: ann@example.org\nDate: «Wed, 03 Jun 2026 12:00:00 +0000»\n\nHi\n',
    'Received: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000\nFrom: ann@example.org\nDate: «Thu, 01 Jun 2023 12:00:00 +0000»\n\nHi\n',
  ],
  good: [
    'Received: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
    'Received: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000\nDate: Sun, 31 May 2026 12:00:00 +0000\n\nHi\n',
    'Date: Wed, 01 Jun 2033 12:00:00 +0000\n\nHi\n',
  ],
  *check({ message, file, chain }) {
    const hop = chain.hops.find(({ at }) => at !== undefined)
    const field = fieldNamed(message, 'Date')
    const written = field && parseDate(field.value)
    if (!field || !hop || written === undefined) return
    const ahead = written - hop.at!
    if (-MOST_BEFORE <= ahead && ahead <= MOST_AHEAD) return
    yield {
      span: valuePlace(message, field),
      message: `The first server got the message ${Math.round(Math.abs(ahead) / HOUR)} hours ${ahead > 0 ? 'before' : 'after'} this time.`,
      related: [{ file, span: hop.place, message: 'What the first server wrote.' }],
    }
  },
})

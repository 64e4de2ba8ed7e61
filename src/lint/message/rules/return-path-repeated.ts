import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { removeField } from '../edits.ts'
import { fieldNamed, fieldsNamed } from '../../../message/field.ts'
import type { FormatSubject } from '../subject.ts'

export const returnPathRepeated = defineRule<FormatSubject>({
  code: 'message/return-path-repeated',
  severity: 'warning',
  source: { rfc: 5321, section: '4.4' },
  why: 'The server that delivers a message writes `Return-Path`, and takes an older one away: there is exactly one.',
  bad: [
    lines(
      'Return-Path: <ann@example.org>',
      '«Return-Path»: <ann@example.org>',
      'Received: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000',
      'From: ann@example.org',
      'Date: Mon, 01 Jun 2026 12:00:00 +0000',
      '',
      'Hi',
      '',
    ),
  ],
  good: [
    'Return-Path: <ann@example.org>\nReceived: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
  ],
  *check({ message }) {
    const [, ...more] = fieldsNamed(message, 'Return-Path')
    const hop = fieldNamed(message, 'Received')
    for (const field of more)
      yield {
        // Below a hop it is of a delivery before: the message was fetched or forwarded since.
        ...(hop && hop.span.from < field.span.from && { severity: 'info' as const }),
        span: field.nameSpan,
        message: '`Return-Path` stands here once more: the upper one is of the last delivery.',
        fixes: [removeField(field)],
      }
  },
})

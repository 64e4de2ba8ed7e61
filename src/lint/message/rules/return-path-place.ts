import { defineRule } from '../../../core/rule.ts'
import { removeField } from '../edits.ts'
import { fieldNamed, fieldsNamed } from '../../../message/field.ts'
import type { FormatSubject } from '../subject.ts'

export const returnPathPlace = defineRule<FormatSubject>({
  code: 'message/return-path-place',
  severity: 'warning',
  source: { rfc: 5321, section: '4.4' },
  why: '`Return-Path` is written at delivery, from the envelope. A message on its way to its first server has none: one that its author writes may be read as the envelope’s sender.',
  bad: [
    '«Return-Path»: <ann@example.org>\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
  ],
  good: [
    'Return-Path: <ann@example.org>\nReceived: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
    'Received: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000\nReturn-Path: <ann@example.org>\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
    'Return-Path: <ann@example.org>\nDelivered-To: bob@example.org\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
  ],
  *check({ message }) {
    // Large providers write it in the middle: servers of theirs add to the message behind delivery.
    if (DELIVERED.some((name) => fieldNamed(message, name))) return
    for (const field of fieldsNamed(message, 'Return-Path'))
      yield {
        span: field.nameSpan,
        message: 'No server had this message yet, and only the last one writes `Return-Path`.',
        fixes: [removeField(field)],
      }
  },
})

/** Fields that servers write, as long as they take a message in. */
const DELIVERED = ['Received', 'X-Received', 'Delivered-To', 'X-Original-To']

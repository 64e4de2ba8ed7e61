import { defineRule } from '../../../core/rule.ts'
import { removeField } from '../edits.ts'
import { fieldNamed, fieldsNamed } from '../../../message/field.ts'
import type { FormatSubject } from '../subject.ts'

export const returnPathPlace = defineRule<FormatSubject>({
  code: 'message/return-path-place',
  severity: 'warning',
  source: { rfc: 5321, section: '4.4' },
  why: '`Return-Path` is written at delivery, above all that servers wrote before. A sender must not write it: an older one would be read as the envelope’s sender.',
  bad: [
    'Received: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000\n«Return-Path»: <ann@example.org>\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
    '«Return-Path»: <ann@example.org>\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
  ],
  good: [
    'Return-Path: <ann@example.org>\nReceived: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
  ],
  *check({ message }) {
    const hop = fieldNamed(message, 'Received')
    for (const field of fieldsNamed(message, 'Return-Path'))
      if (!hop || field.span.from > hop.span.from)
        yield {
          span: field.nameSpan,
          message: hop
            ? 'A server wrote above it: the message was delivered once before, or its author wrote this.'
            : 'No server had this message yet, and only the last one writes `Return-Path`.',
          fixes: [removeField(field)],
        }
  },
})

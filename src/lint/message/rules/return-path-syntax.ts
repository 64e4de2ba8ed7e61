import { defineRule } from '../../../core/rule.ts'
import { parseAddresses } from '../../../message/addresses.ts'
import { rewriteValue } from '../edits.ts'
import { fieldNamed, fieldsNamed, type HeaderField } from '../../../message/field.ts'
import type { Message } from '../../../message/parse.ts'
import { type FormatSubject, valuePlace } from '../subject.ts'
import { withoutComments } from '../../../message/tokens.ts'

export const returnPathSyntax = defineRule<FormatSubject>({
  code: 'message/return-path-syntax',
  severity: 'warning',
  source: { rfc: 5322, section: '3.6.7' },
  why: '`Return-Path` is one address in angle brackets, or empty ones for a message that no one wants back.',
  bad: [
    'Return-Path: «ann@example.org»\nReceived: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
  ],
  good: [
    'Return-Path: <>\nReceived: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
    'Return-Path: <ann@example.org>\nReceived: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
    'Received: from a.example by mx.example.org; Mon, 01 Jun 2026 12:00:00 +0000\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nReturn-Path: ann@example.org\n\nHi\n',
  ],
  *check({ message }) {
    for (const field of fieldsNamed(message, 'Return-Path')) {
      const text = withoutComments(field.value)
      if (isPath(text) || (isPath(`<${text}>`) && isByProvider(message, field))) continue
      yield {
        span: valuePlace(message, field),
        message: 'This is no path: `<name@domain>` or `<>` belongs here.',
        fixes: isPath(`<${text}>`)
          ? [rewriteValue('Put it in brackets', message, field, `<${text}>`)]
          : [],
      }
    }
  },
})

/** A provider that writes it below its Received fields leaves out the brackets, and no reader minds. */
function isByProvider(message: Message, { span: at }: HeaderField): boolean {
  const hop = fieldNamed(message, 'Received')
  return hop !== undefined && hop.span.from < at.from
}

function isPath(text: string): boolean {
  if (/^<\s*>$/.test(text)) return true
  const { entries, problems } = parseAddresses(text)
  const [only] = entries
  return (
    /^<[^<]*>$/.test(text) &&
    problems.length === 0 &&
    entries.length === 1 &&
    only?.kind === 'mailbox'
  )
}

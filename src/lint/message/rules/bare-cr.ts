import { defineRule } from '../../../core/rule.ts'
import { withoutOctets } from '../edits.ts'
import { type FormatSubject, met } from '../subject.ts'
import type { Message } from '../../../message/parse.ts'

export const bareCr = defineRule<FormatSubject>({
  code: 'message/bare-cr',
  severity: 'error',
  source: { rfc: 5322, section: '2.3' },
  why: 'A carriage return stands before a line feed, and nowhere else. Alone it ends a line for some programs, so that they find fields that others do not.',
  bad: ['From: ann@example.org\r\nSubject: Hi«\r»Bcc: bob@example.net\r\n\r\nHi\r\n'],
  good: ['From: ann@example.org\r\n\r\nHi\r\n'],
  *check(subject) {
    const { text } = subject.message
    const fixes = endsHeader(subject.message)
      ? []
      : [withoutOctets('Take them out', text, /\r(?!\n)/g)]
    for (const found of met(subject, 'message/bare-cr')) yield { ...found, fixes }
  },
})

/** Whether a line of the header would be empty without them, so that the rest of it would be body. */
const endsHeader = ({ text, bodyStart }: Message): boolean =>
  /(?<![^\n])\r+\r\n/.test(text.slice(0, bodyStart))

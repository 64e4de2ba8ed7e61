import { defineRule } from '../../../core/rule.ts'
import { lineEndOf, endWithCrlf } from '../edits.ts'
import { type FormatSubject, met } from '../subject.ts'

const OF_UNIX =
  'All lines end in a bare line feed, as in a file of Unix: to be sent they must end with CRLF.'

export const bareLf = defineRule<FormatSubject>({
  code: 'message/bare-lf',
  severity: 'error',
  source: { rfc: 5322, section: '2.3' },
  why: 'Lines of a message end with CRLF, and with nothing else. Where servers differ in what they make of a lone line feed, one message can hide another in itself.',
  bad: ['From: ann@example.org\r\n\r\nHi«\n»there\r\n'],
  good: ['From: ann@example.org\r\n\r\nHi\r\n'],
  *check(subject) {
    const { text } = subject.message
    const isOfUnix = lineEndOf(subject.message) === '\n'
    for (const found of met(subject, 'message/bare-lf'))
      yield {
        ...found,
        ...(isOfUnix && { severity: 'info', message: OF_UNIX }),
        fixes: [endWithCrlf(text, /(?<!\r)\n/g)],
      }
  },
})

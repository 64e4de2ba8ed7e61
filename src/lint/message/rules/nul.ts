import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { withoutOctets } from '../edits.ts'
import type { FormatSubject } from '../subject.ts'

export const nul = defineRule<FormatSubject>({
  code: 'message/nul',
  severity: 'error',
  source: { rfc: 5322, section: '4.1' },
  why: 'NUL was allowed long ago, and is not any more: programs in C take it for the end of the text, and so do not read what others show.',
  bad: ['From: ann@example.org\n\nHi«\x00»there\n'],
  good: ['From: ann@example.org\n\nHi\n'],
  *check({ message: { text } }) {
    const at = text.indexOf('\0')
    if (at < 0) return
    yield {
      span: span(at, at + 1),
      message: 'A NUL stands here: some programs read no further.',
      fixes: [withoutOctets('Take all of them out', text, /\0/g)],
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { lengthOf } from '../../../core/span.ts'
import { MAX_WORD } from '../../../message/encode-words.ts'
import type { FormatSubject } from '../subject.ts'

export const encodedWordContent = defineRule<FormatSubject>({
  code: 'message/encoded-word-content',
  severity: 'warning',
  source: { rfc: 2047, section: '5' },
  why: 'An encoded word is whole in itself: base64 in groups of four, two digits behind each `=`. Of a broken one readers show what they can.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: «=?utf-8?Q?a=G1?=»\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: «=?utf-8?B?YW?=»\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: =?utf-8?B?YWI=?=\n\nHi\n',
  ],
  *check({ words }) {
    for (const { word, span: where } of words)
      if (word.problem !== undefined && lengthOf(where) <= MAX_WORD)
        yield { span: where, message: word.problem }
  },
})

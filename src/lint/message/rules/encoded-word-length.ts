import { defineRule } from '../../../core/rule.ts'
import { lengthOf } from '../../../core/span.ts'
import { MAX_WORD } from '../../../message/encode-words.ts'
import type { FormatSubject } from '../subject.ts'

export const encodedWordLength = defineRule<FormatSubject>({
  code: 'message/encoded-word-length',
  severity: 'warning',
  source: { rfc: 2047, section: '2' },
  why: 'An encoded word has at most 75 characters: readers look no further for its end, and show it as it stands.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: «=?utf-8?Q?aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa?=»\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: =?utf-8?Q?abc?=\n\nHi\n',
  ],
  *check({ words }) {
    for (const { span: where } of words)
      if (lengthOf(where) > MAX_WORD)
        yield {
          span: where,
          message: `This encoded word has ${lengthOf(where)} characters; it may have ${MAX_WORD}. Cut it into several.`,
        }
  },
})

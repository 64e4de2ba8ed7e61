import { defineRule } from '../../../core/rule.ts'
import { span, lengthOf, type Span } from '../../../core/span.ts'
import { MAX_WORD, MAX_ENCODED_LINE } from '../../../message/encode-words.ts'
import type { HeaderField } from '../../../message/field.ts'
import type { FormatSubject } from '../subject.ts'

export const encodedWordLine = defineRule<FormatSubject>({
  code: 'message/encoded-word-line',
  severity: 'info',
  source: { rfc: 2047, section: '2' },
  why: 'A line with an encoded word has at most 76 characters, so that readers find its end.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n«Subject: =?utf-8?Q?aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa?= and so on»\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: =?utf-8?Q?aaa?= and so on\n\nHi\n',
  ],
  *check({ message, words }) {
    let reported: HeaderField | undefined
    for (const { field, span: where } of words) {
      if (field === reported) continue
      const line = lineAround(message.text, where)
      if (lengthOf(line) <= MAX_ENCODED_LINE || lengthOf(where) > MAX_WORD) continue
      reported = field
      yield {
        span: line,
        message: `This line has ${lengthOf(line)} characters; with an encoded word it may have ${MAX_ENCODED_LINE}.`,
      }
    }
  },
})

function lineAround(text: string, { from, to }: Span): Span {
  const start = text.lastIndexOf('\n', from) + 1
  const end = text.indexOf('\n', to)
  const last = end < 0 ? text.length : end
  return span(start, text[last - 1] === '\r' ? last - 1 : last)
}

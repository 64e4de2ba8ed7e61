import { asCharacters } from '../../../core/bytes.ts'
import { defineRule } from '../../../core/rule.ts'
import { lengthOf, slice, type Span } from '../../../core/span.ts'
import { LINE_LENGTH } from '../../../message/compose.ts'
import type { FormatSubject } from '../subject.ts'
import { linesOf } from '../../../message/lines.ts'

export const lineOver78 = defineRule<FormatSubject>({
  code: 'message/line-over-78',
  severity: 'hint',
  source: { rfc: 5322, section: '2.1.1' },
  why: 'Lines should keep to 78 characters: that is what fits where mail is read as it stands. Fields can be folded.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n«Subject: abcdefg abcdefg abcdefg abcdefg abcdefg abcdefg abcdefg abcdefg abcdefg abcdefg »\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\n«xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx»\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n',
  ],
  *check({ message }) {
    const length = (line: Span): number => asCharacters(slice(message.text, line)).length
    const long = [...linesOf(message.text)].filter(
      ({ text }) => lengthOf(text) > LINE_LENGTH && length(text) > LINE_LENGTH,
    )
    const [first] = long
    if (!first) return
    yield {
      span: first.text,
      message: `This line has ${length(first.text)} characters${long.length > 1 ? `, and ${long.length - 1} more are longer than ${LINE_LENGTH}` : ''}.`,
    }
  },
})

import { fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { slice } from '../../../core/span.ts'
import type { FormatSubject } from '../subject.ts'
import { isStructured } from '../../../message/structured.ts'

/** Parentheses may touch it (§5); another rule reports quotes. */
const APART = /[\s():"]/

export const encodedWordGlued = defineRule<FormatSubject>({
  code: 'message/encoded-word-glued',
  severity: 'warning',
  source: { rfc: 2047, section: '5' },
  why: 'White space parts an encoded word from what stands beside it. Without, many readers do not see that it is one.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: a«=?utf-8?Q?=C3=A4?=»\n\nHi\n',
    'From: «=?utf-8?Q?J=C3=B6rg?=»<ann@example.org>\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: a =?utf-8?Q?=C3=A4?= (=?utf-8?Q?=C3=B6?=)\n\nHi\n',
  ],
  *check({ message: { text }, words }) {
    for (const { field, span: where } of words) {
      if (isStructured(field)) continue
      const [before, behind] = [text[where.from - 1] ?? ' ', text[where.to] ?? ' ']
      const [isLeft, isRight] = [!APART.test(before), !APART.test(behind)]
      if (isLeft || isRight)
        yield {
          span: where,
          message: 'This encoded word touches what stands beside it: a space belongs between them.',
          fixes: [
            fix(
              'Part them',
              where,
              `${isLeft ? ' ' : ''}${slice(text, where)}${isRight ? ' ' : ''}`,
            ),
          ],
        }
    }
  },
})

import { fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { encodedWordsIn } from '../../../message/encoded-words.ts'
import { type FormatSubject, rawValue, inField } from '../subject.ts'
import { tokensOf } from '../../../message/tokens.ts'

export const encodedWordQuoted = defineRule<FormatSubject>({
  code: 'message/encoded-word-quoted',
  severity: 'warning',
  source: { rfc: 2047, section: '5' },
  why: 'In quotes nothing is decoded: the reader shows the encoded word itself.',
  bad: ['From: «"=?utf-8?Q?J=C3=B6rg?="» <ann@example.org>\n\nHi\n'],
  good: ['From: =?utf-8?Q?J=C3=B6rg?= <ann@example.org>\n\nHi\n'],
  *check({ message, addresses }) {
    for (const { field } of addresses)
      for (const { kind, open, text, span: token } of tokensOf(rawValue(message, field))) {
        if (kind !== 'quoted' || open || encodedWordsIn(text).length === 0) continue
        const where = inField(field, token)
        const isOnlyWords = /^(?:=\?[^?\s]{1,40}\?[bq]\?[\w!*+\-/=]{1,75}\?=\s*)+$/i.test(text)
        yield {
          span: where,
          message: 'An encoded word in quotes stays as it is: take the quotes away.',
          fixes: isOnlyWords ? [fix('Take the quotes away', where, text)] : [],
        }
      }
  },
})

import { defineRule } from '../../../core/rule.ts'
import type { Span } from '../../../core/span.ts'
import { type FormatSubject, inField } from '../subject.ts'

const NOWHERE = new Set([
  ...['message-id', 'in-reply-to', 'references', 'date', 'return-path', 'received'],
  ...['mime-version', 'content-transfer-encoding', 'content-id'],
])

export const encodedWordPlace = defineRule<FormatSubject>({
  code: 'message/encoded-word-place',
  severity: 'warning',
  source: { rfc: 2047, section: '5' },
  why: 'Encoded words stand in text, in comments and in names. In an address, an id or what servers wrote no reader decodes them.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nMessage-ID: <«=?utf-8?Q?a?=»@example.org>\n\nHi\n',
    'From: <«=?utf-8?Q?j=C3=B6rg?=»@example.org>\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: =?utf-8?Q?a?=\n\nHi\n',
    'From: =?utf-8?Q?a?= <ann@example.org>\n\nHi\n',
  ],
  *check({ addresses, words }) {
    const inAddresses = addresses.flatMap(({ field, list }) =>
      list.mailboxes.map(({ addressSpan }) => inField(field, addressSpan)),
    )
    for (const { field, span: where } of words)
      if (NOWHERE.has(field.lower) || inAddresses.some((one) => holds(one, where)))
        yield { span: where, message: 'Nothing is decoded here: the encoded word stays as it is.' }
  },
})

const holds = (outer: Span, inner: Span): boolean =>
  outer.from <= inner.from && inner.to <= outer.to

import { defineRule } from '../../../core/rule.ts'
import { charsetName } from '../../../message/charset.ts'
import type { FormatSubject } from '../subject.ts'

export const encodedWordCharset = defineRule<FormatSubject>({
  code: 'message/encoded-word-charset',
  severity: 'warning',
  source: { rfc: 2047, section: '3' },
  why: 'Without a charset that readers know they cannot find which characters the octets stand for.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: «=?utf-9?Q?a=C3?=»\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: =?iso-8859-1?Q?a=E4?=\n\nHi\n',
  ],
  *check({ words }) {
    for (const { word, span: where } of words)
      if (charsetName(word.charset) === undefined)
        yield { span: where, message: `\`${word.charset}\` is no charset that is known here.` }
  },
})

import { fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { type FormatSubject, rawValue, inField } from '../subject.ts'
import { isStructured } from '../../../message/structured.ts'

const LOOKS_SO = /=\?[^?\s]{1,40}\?([^?\s]{1,20})\?([^?]{1,200})\?=/g

export const encodedWordUnread = defineRule<FormatSubject>({
  code: 'message/encoded-word-unread',
  severity: 'warning',
  source: { rfc: 2047, section: '2' },
  why: 'What looks like an encoded word is none with white space in it, or with another encoding than B and Q: it is shown as it stands.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: «=?utf-8?Q?two words?=»\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: «=?utf-8?X?abc?=»\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: =?utf-8?Q?two_words?= what?=\n\nHi\n',
  ],
  *check({ message }) {
    for (const field of message.fields)
      for (const found of rawValue(message, field).matchAll(LOOKS_SO)) {
        const [whole, encoding = '', content = ''] = found
        const isKnown = /^[bq]$/i.test(encoding)
        if ((isKnown && !/\s/.test(content)) || isStructured(field)) continue
        const where = inField(field, span(found.index, found.index + whole.length))
        const written =
          encoding.toLowerCase() === 'q'
            ? content.replace(/\s+/g, '_')
            : content.replace(/\s+/g, '')
        const fixed = whole.slice(0, whole.length - content.length - 2) + `${written}?=`
        yield {
          span: where,
          message: isKnown
            ? 'White space stands in this encoded word, so it is shown as it is.'
            : `\`${encoding.slice(0, 20)}\` is no encoding: there are \`B\` and \`Q\`.`,
          fixes: isKnown ? [fix('Write it without white space', where, fixed)] : [],
        }
      }
  },
})

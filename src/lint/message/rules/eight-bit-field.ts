import { fromStrictUtf8, latin1 } from '../../../core/bytes.ts'
import { fix, type Fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { lineEndOf } from '../edits.ts'
import { isAddressField, encodeField } from '../../../message/encode-field.ts'
import { displayValue, type HeaderField } from '../../../message/field.ts'
import { type FormatSubject, rawValue, inField } from '../subject.ts'
import type { Message } from '../../../message/parse.ts'
import { carriesUtf8 } from '../smtputf8.ts'

/** What holds plain text, so that encoded words may stand anywhere (RFC 2047 §5). */
const ENCODABLE = new Set(['subject', 'comments'])

export const eightBitField = defineRule<FormatSubject>({
  code: 'message/eight-bit-field',
  severity: 'warning',
  source: { rfc: 5322, section: '2.2' },
  why: 'A field is written in ASCII. Others need SMTPUTF8 all the way; a server that lacks it rejects the message, and no one can read octets that are not even UTF-8.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: Gr«\xc3\xbc\xc3\x9f»e\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: Gr«\xfc\xdf»e\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\n\nHi\n',
    'Received: from a.example by b.example with UTF8SMTP id 1; Mon, 01 Jun 2026 12:00:00 +0000\nFrom: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: Gr\xc3\xbc\xc3\x9fe\n\nHi\n',
  ],
  *check({ message, chain }) {
    const isCarried = carriesUtf8(chain)
    for (const field of message.fields) {
      const raw = rawValue(message, field)
      const found = /[\x80-\xff]+/.exec(raw)
      if (!found || isAddressField(field.name)) continue
      const isUtf8 = fromStrictUtf8(latin1(raw)) !== undefined
      if (isUtf8 && isCarried) continue
      yield {
        span: inField(field, span(found.index, found.index + found[0].length)),
        message: isUtf8
          ? `\`${field.name}\` is not ASCII: encode it, for not every server takes it so.`
          : `\`${field.name}\` holds octets that are no UTF-8: no reader knows which characters they stand for.`,
        ...(!isUtf8 && { severity: 'error' }),
        fixes: isUtf8 && ENCODABLE.has(field.lower) ? [encode(message, field)] : [],
      }
    }
  },
})

const encode = (message: Message, field: HeaderField): Fix =>
  fix(
    'Encode it',
    field.valueSpan,
    encodeField(field.name, displayValue(field))
      .slice(field.name.length + 1)
      .replaceAll('\r\n', lineEndOf(message)),
  )

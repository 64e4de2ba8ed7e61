import { fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { slice } from '../../../core/span.ts'
import { decodeWords, encodedWordsIn } from '../../../message/encoded-words.ts'
import type { FormatSubject } from '../subject.ts'
import { writeParameter } from '../../../message/mime/compose/write-parameters.ts'
import { parseParameters } from '../../../message/mime/parameters.ts'
import { partField } from '../part-place.ts'

export const parameterEncodedWord = defineRule<FormatSubject>({
  code: 'mime/parameter-encoded-word',
  severity: 'warning',
  source: { rfc: 2047, section: '5' },
  why: 'Encoded words do not belong into parameters: a name with other characters is written with percent signs (RFC 2231).',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; «filename="=?utf-8?Q?=C3=A4.txt?="»\n\nHi\n',
  ],
  good: [
    "From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; filename*=utf-8''%C3%A4.txt\n\nHi\n",
  ],
  *check({ message, parts }) {
    for (const part of parts)
      for (const name of ['Content-Type', 'Content-Disposition']) {
        const field = partField(part, name)
        if (!field) continue
        for (const one of parseParameters(message.text, field.valueSpan).parameters) {
          if (encodedWordsIn(one.value).length === 0) continue
          const written = writeParameter(one.name, decodeWords(one.value))
          yield {
            span: one.span,
            message: `\`${one.name}\` holds an encoded word, which strict readers show as it is.`,
            fixes: isPlain(slice(message.text, one.span), one.name)
              ? [fix('Write it with percent signs', one.span, written.join('; '))]
              : [],
          }
        }
      }
  },
})

/** Not in pieces, between which another parameter may stand. */
const isPlain = (written: string, name: string): boolean =>
  written.toLowerCase().startsWith(`${name}=`) && !written.includes(';')

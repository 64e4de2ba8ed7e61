import { fromStrictUtf8 } from '../../../core/bytes.ts'
import { defineRule } from '../../../core/rule.ts'
import type { FormatSubject } from '../subject.ts'
import { decodedBytes } from '../../../message/mime/decode.ts'
import { parseParameters } from '../../../message/mime/parameters.ts'
import { partField } from '../part-place.ts'

export const charsetWrong = defineRule<FormatSubject>({
  code: 'mime/charset-wrong',
  severity: 'warning',
  source: { rfc: 2046, section: '4.1.2' },
  why: 'The octets of a text must be those of its charset. Where they are not, readers show other characters than were written.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; «charset=utf-8»\nContent-Transfer-Encoding: quoted-printable\n\nGr=FC=DFe\n',
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; «charset=us-ascii»\nContent-Transfer-Encoding: quoted-printable\n\nGr=FC=DFe\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nGr=FC=DFe\n',
  ],
  *check({ message, parts }) {
    for (const part of parts) {
      const field = partField(part, 'Content-Type')
      if (!field || !part.type.startsWith('text/')) continue
      const charset = parseParameters(message.text, field.valueSpan).parameters.find(
        ({ name }) => name === 'charset',
      )
      if (charset && !fits(decodedBytes(message, part), charset.value.trim().toLowerCase()))
        yield {
          span: charset.span,
          message: `The text holds octets that are no \`${charset.value.slice(0, 60)}\`.`,
        }
    }
  },
})

/** Of other charsets nearly any octets are a text. */
function fits(octets: Uint8Array, charset: string): boolean {
  if (charset === 'us-ascii') return octets.every((octet) => octet < 128)
  return charset !== 'utf-8' || fromStrictUtf8(octets) !== undefined
}

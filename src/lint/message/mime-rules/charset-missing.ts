import { defineRule } from '../../../core/rule.ts'
import type { FormatSubject } from '../subject.ts'
import { decodedBytes } from '../../../message/mime/decode.ts'
import { partPlace } from '../part-place.ts'

export const charsetMissing = defineRule<FormatSubject>({
  code: 'mime/charset-missing',
  severity: 'info',
  source: { rfc: 2045, section: '5.2' },
  why: 'Without a charset a text is ASCII. For anything else each reader has a guess of its own.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: «text/html»\nContent-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=C3=9Fe\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=C3=9Fe\n',
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain\n\nHi\n',
  ],
  *check({ message, parts }) {
    for (const part of parts) {
      if (!part.type.startsWith('text/') || part.parameters['charset'] !== undefined) continue
      if (decodedBytes(message, part).some((octet) => octet > 127))
        yield {
          span: partPlace(message, part),
          message: 'This text is not ASCII, and no `charset` names its encoding.',
        }
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, met } from '../subject.ts'

export const encodingUnknown = defineRule<FormatSubject>({
  code: 'mime/encoding-unknown',
  severity: 'error',
  source: { rfc: 2045, section: '6.1' },
  why: 'A part in an encoding that a reader does not know is octets to it, which can only be saved.',
  bad: ['From: ann@example.org\nMIME-Version: 1.0\nContent-Transfer-Encoding:« utf-8»\n\nHi\n'],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n\nHi\n',
  ],
  *check(subject) {
    yield* met(subject, 'mime/encoding')
  },
})

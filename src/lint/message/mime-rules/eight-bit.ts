import { defineRule } from '../../../core/rule.ts'
import { type FormatSubject, met } from '../subject.ts'

export const eightBit = defineRule<FormatSubject>({
  code: 'mime/eight-bit',
  severity: 'error',
  source: { rfc: 2045, section: '6.2' },
  why: 'Without a stated encoding, a part is 7-bit. A server that trusts that clears the eighth bit, or rejects the message.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nGr«\xc3»\xbc\xc3\x9fe\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nGr\xc3\xbc\xc3\x9fe\n',
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=C3=9Fe\n',
  ],
  *check(subject) {
    yield* met(subject, 'mime/eight-bit')
  },
})

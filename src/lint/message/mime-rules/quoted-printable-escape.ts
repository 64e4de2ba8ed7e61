import { fix, type Fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { span, slice } from '../../../core/span.ts'
import type { FormatSubject } from '../subject.ts'

const STRAY = /=(?![0-9A-Fa-f]{2}|[ \t]{0,76}\r?\n|$)/g

export const quotedPrintableEscape = defineRule<FormatSubject>({
  code: 'mime/quoted-printable-escape',
  severity: 'warning',
  source: { rfc: 2045, section: '6.7' },
  why: 'Two hexadecimal digits stand behind `=`, or the end of the line. Of anything else programs make what they like.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nx «=» y\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nx =3D y=\n.\n',
  ],
  *check({ message, parts }) {
    for (const { encoding, body } of parts) {
      if (encoding !== 'quoted-printable') continue
      const at = slice(message.text, body).search(/=(?![0-9A-Fa-f]{2}|[ \t]{0,76}\r?\n|$)/)
      if (at < 0) continue
      const where = span(body.from + at, body.from + at + 1)
      yield {
        span: where,
        message: 'A `=` stands here as if it were itself: write `=3D`.',
        fixes: [writeAll(slice(message.text, body), body.from)],
      }
    }
  },
})

/** In one edit, from the first to the last of the part. */
function writeAll(content: string, start: number): Fix {
  const all = [...content.matchAll(STRAY)]
  const [from, to] = [all[0]!.index, all.at(-1)!.index + 1]
  const text = content.slice(from, to + 1).replace(STRAY, '=3D')
  return fix(
    'Write `=3D`',
    span(start + from, Math.min(start + to + 1, start + content.length)),
    text,
  )
}

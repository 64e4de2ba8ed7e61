import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { lengthOf } from '../../../core/span.ts'
import type { FormatSubject } from '../subject.ts'
import { linesOf } from '../../../message/lines.ts'

/** Of both encodings (§6.7 rule 5, §6.8). */
const MOST = 76

export const encodedLine = defineRule<FormatSubject>({
  code: 'mime/encoded-line',
  severity: 'warning',
  source: { rfc: 2045, section: '6.7' },
  why: 'Encoded lines have at most 76 characters: what they are for is to come through servers that break long ones.',
  bad: [
    lines(
      'From: ann@example.org',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '«aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa»',
      '',
    ),
  ],
  good: [
    lines(
      'From: ann@example.org',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=',
      'a',
      '',
    ),
  ],
  *check({ message, parts }) {
    for (const { encoding, body } of parts) {
      if (encoding !== 'quoted-printable' && encoding !== 'base64') continue
      const long = [...linesOf(message.text, body.from, body.to)].find(
        ({ text }) => lengthOf(text) > MOST,
      )
      if (long)
        yield {
          span: long.text,
          message: `This line of ${encoding} has ${lengthOf(long.text)} characters; it may have ${MOST}.`,
        }
    }
  },
})

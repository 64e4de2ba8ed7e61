import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { span, slice } from '../../../core/span.ts'
import type { FormatSubject } from '../subject.ts'
import { decodedText } from '../../../message/mime/decode.ts'
import { partPlace } from '../part-place.ts'

const CID = /["'(]cid:([^"'()\s<>]{1,200})["')]/g

export const cidMissing = defineRule<FormatSubject>({
  code: 'mime/cid-missing',
  severity: 'warning',
  source: { rfc: 2392, section: '2' },
  why: '`cid:` in HTML names the part with that `Content-ID`. Where there is none, a hole is shown.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<img src="«cid:logo@example.org»">\n',
  ],
  good: [
    lines(
      'From: ann@example.org',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<img src="cid:logo@example.org">',
      '--b',
      'Content-Type: image/png',
      'Content-ID: <logo@example.org>',
      'Content-Transfer-Encoding: base64',
      '',
      'AAAA',
      '--b--',
      '',
    ),
  ],
  *check({ message, parts }) {
    const ids = new Set(parts.flatMap(({ contentId }) => contentId ?? []))
    for (const part of parts) {
      if (part.type !== 'text/html') continue
      const named = [...decodedText(message, part).matchAll(CID)].map(([, id = '']) => id)
      const lost = named.find((id) => !ids.has(id) && !ids.has(unescaped(id)))
      if (lost === undefined) continue
      const at = slice(message.text, part.body).indexOf(`cid:${lost}`)
      yield {
        span:
          at < 0
            ? partPlace(message, part)
            : span(part.body.from + at, part.body.from + at + lost.length + 4),
        message: `No part has the \`Content-ID\` \`<${lost.slice(0, 100)}>\`.`,
      }
    }
  },
})

const unescaped = (id: string): string =>
  id.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)))

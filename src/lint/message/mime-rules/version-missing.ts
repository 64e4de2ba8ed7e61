import { defineRule } from '../../../core/rule.ts'
import { addField } from '../edits.ts'
import { fieldNamed } from '../../../message/field.ts'
import type { FormatSubject } from '../subject.ts'

const ENTITY = /^content-(?:type|transfer-encoding|disposition)$/

export const versionMissing = defineRule<FormatSubject>({
  code: 'mime/version-missing',
  severity: 'warning',
  source: { rfc: 2045, section: '4' },
  why: '`MIME-Version` states that the fields below are those of MIME. Without it they mean nothing to a strict reader, which shows the body as written.',
  bad: ['From: ann@example.org\n«Content-Type»: text/html; charset=utf-8\n\n<p>Hi\n'],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nHi\n',
    'From: ann@example.org\n\nHi\n',
  ],
  *check({ message }) {
    if (fieldNamed(message, 'MIME-Version')) return
    const first = message.fields.find(({ lower }) => ENTITY.test(lower))
    if (first)
      yield {
        span: first.nameSpan,
        message: `\`${first.name}\` belongs to MIME, and no \`MIME-Version\` states so.`,
        fixes: [addField(message, 'MIME-Version: 1.0')],
      }
  },
})

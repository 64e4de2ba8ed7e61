import { defineRule } from '../../../core/rule.ts'
import { removeField } from '../edits.ts'
import type { HeaderField } from '../../../message/field.ts'
import type { FormatSubject } from '../subject.ts'

const ONCE = new Set([
  ...['mime-version', 'content-type', 'content-transfer-encoding'],
  ...['content-id', 'content-description', 'content-disposition'],
])

export const repeatedField = defineRule<FormatSubject>({
  code: 'mime/repeated-field',
  severity: 'error',
  source: { rfc: 2045, section: '3' },
  why: 'What a part is stands there once. Of two fields one program believes the first and another the last, and a filter may look at a file that no reader opens.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n«Content-Type»: text/html\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 7bit\n\nHi\n',
  ],
  *check({ file, parts }) {
    for (const { fields } of parts) {
      const first = new Map<string, HeaderField>()
      for (const field of fields) {
        const before = first.get(field.lower)
        if (!before) first.set(field.lower, field)
        if (!before || !ONCE.has(field.lower)) continue
        yield {
          span: field.nameSpan,
          message: `\`${field.name}\` stands here once more: programs differ in which of them they believe.`,
          related: [{ file, span: before.nameSpan, message: 'The first one.' }],
          fixes: before.value === field.value ? [removeField(field)] : [],
        }
      }
    }
  },
})

import type { Fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { removeField, rewriteValue } from '../edits.ts'
import type { HeaderField } from '../../../message/field.ts'
import type { FormatSubject } from '../subject.ts'
import type { Message } from '../../../message/parse.ts'

const ONCE = new Set([
  ...['date', 'from', 'sender', 'reply-to', 'to', 'cc', 'bcc'],
  ...['message-id', 'in-reply-to', 'references', 'subject'],
])

const LISTS = new Set(['reply-to', 'to', 'cc', 'bcc'])

export const repeatedField = defineRule<FormatSubject>({
  code: 'message/repeated-field',
  severity: 'error',
  source: { rfc: 5322, section: '3.6' },
  why: 'These fields stand once. Of two, one program shows the first and another the last: so a forged one is slipped past a signature.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n«From»: eve@example.net\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: a\nTo: bob@example.net\n«Subject»: a\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nTo: bob@example.net\n«To»: eve@example.net\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nComments: a\nComments: b\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nSubject: a\nTo: b@example.net, c@example.net\n\nHi\n',
  ],
  *check({ message, file }) {
    const first = new Map<string, HeaderField>()
    for (const field of message.fields) {
      const before = first.get(field.lower)
      if (!before) first.set(field.lower, field)
      if (!before || !ONCE.has(field.lower)) continue
      yield {
        span: field.nameSpan,
        message: `\`${field.name}\` stands here once more: programs differ in which of them they believe.`,
        related: [{ file, span: before.nameSpan, message: 'The first one.' }],
        fixes: before.value === field.value ? [removeField(field)] : joined(message, before, field),
      }
    }
  },
})

/** The recipients of both in the first: that loses no recipient. */
function joined(message: Message, first: HeaderField, again: HeaderField): Fix[] {
  if (!LISTS.has(first.lower) || first.value === '' || again.value === '') return []
  const { edits } = removeField(again)
  const all = rewriteValue('', message, first, `${first.value}, ${again.value}`)
  return [{ title: `Put both into one \`${first.name}\``, edits: [...all.edits, ...edits] }]
}

import { defineRule } from '../../../core/rule.ts'
import { span, type Span } from '../../../core/span.ts'
import { fieldsNamed } from '../../../message/field.ts'
import { type FormatSubject, rawValue, inField } from '../subject.ts'
import { parseMessageId } from '../../../message/message-id.ts'
import { tokensOf } from '../../../message/tokens.ts'

export const referencesSyntax = defineRule<FormatSubject>({
  code: 'message/references-syntax',
  severity: 'warning',
  source: { rfc: 5322, section: '3.6.4' },
  why: '`In-Reply-To` and `References` are lists of ids. A reader that finds something else there may show the reply apart from its thread.',
  bad: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nIn-Reply-To: «Your»\n message of Monday\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nReferences: <a1@example.org>, «b2@example.org»\n\nHi\n',
  ],
  good: [
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nReferences: <a1@example.org>\n <b2@example.org>\nIn-Reply-To: <b2@example.org> (Bob)\n\nHi\n',
  ],
  *check({ message }) {
    for (const field of [
      ...fieldsNamed(message, 'In-Reply-To'),
      ...fieldsNamed(message, 'References'),
    ]) {
      const bad = firstStranger(rawValue(message, field))
      if (bad)
        yield {
          span: inField(field, bad),
          message: 'Ids stand here, `<left@right>`, with white space between them; this is none.',
        }
    }
  },
})

/** The first thing that is neither an id nor a comment nor a comma. */
function firstStranger(raw: string): Span | undefined {
  const comments = [...tokensOf(raw)].filter(({ kind }) => kind === 'comment')
  let next = 0
  for (const found of raw.matchAll(/<[^<>]{0,998}>?|[^\s<>,]+/g)) {
    const end = found.index + found[0].length
    while (comments[next] && comments[next]!.span.to <= found.index) next++
    const comment = comments[next]
    if (comment && comment.span.from <= found.index) continue
    if (!parseMessageId(found[0])) return span(found.index, end)
  }
  return undefined
}

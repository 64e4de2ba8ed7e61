import { defineRule } from '../../../core/rule.ts'
import { slice } from '../../../core/span.ts'
import { fix } from '../../tag-edits.ts'
import type { UnsubscribeSubject } from '../subject.ts'

export const brackets = defineRule<UnsubscribeSubject>({
  code: 'unsubscribe/brackets',
  severity: 'error',
  source: { rfc: 2369, section: '2' },
  why: 'Readers pass over everything that is no URI in angle brackets, and over all that follows it.',
  bad: [
    'List-Unsubscribe: «mailto:off@a.example»\n\nHi\n',
    'List-Unsubscribe: <mailto:off@a.example> «or <https://a.example/u/k3F9>»\n\nHi\n',
    'List-Unsubscribe: «<mailto:off@a.example»\n\nHi\n',
    'List-Unsubscribe: «<>»\n\nHi\n',
  ],
  good: ['List-Unsubscribe: <mailto:off@a.example>, <https://a.example/u/k3F9> (now)\n\nHi\n'],
  *check({ message, lists }) {
    for (const { field, list } of lists)
      for (const { span, message: text } of list.problems) {
        const bare = slice(message.text, span)
        const isUri = /^[a-z][a-z0-9+.-]{1,20}:[^\s,<>]+$/i.test(bare)
        const where = span.to > span.from ? span : field.nameSpan
        yield {
          span: where,
          message: text,
          fixes: isUri ? [fix('Put it in brackets', span, `<${bare}>`)] : [],
        }
      }
  },
})

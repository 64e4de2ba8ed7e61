import { defineRule } from '../../../core/rule.ts'
import type { UnsubscribeSubject } from '../subject.ts'

export const repeatedField = defineRule<UnsubscribeSubject>({
  code: 'unsubscribe/repeated-field',
  severity: 'error',
  source: { rfc: 2369, section: '3' },
  why: 'A message has one of each list field; with two, no sender knows which one a reader uses.',
  bad: [
    'List-Unsubscribe: <mailto:off@a.example>\n«List-Unsubscribe»: <https://a.example/u/k3F9>\n\nHi\n',
  ],
  good: ['List-Unsubscribe: <mailto:off@a.example>\n\nHi\n'],
  *check({ lists, posts }) {
    for (const field of [...lists.slice(1).map((one) => one.field), ...posts.slice(1)])
      yield { span: field.nameSpan, message: `\`${field.name}\` stands here a second time.` }
  },
})

import { defineRule } from '../../../core/rule.ts'
import type { UnsubscribeSubject } from '../subject.ts'

export const postAlone = defineRule<UnsubscribeSubject>({
  code: 'unsubscribe/post-alone',
  severity: 'error',
  source: { rfc: 8058, section: '3.1' },
  why: 'List-Unsubscribe-Post sets how to use the URI in List-Unsubscribe; alone it has no effect.',
  bad: ['«List-Unsubscribe-Post»: List-Unsubscribe=One-Click\n\nHi\n'],
  good: [
    'List-Unsubscribe: <https://a.example/u/k3F9>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n\nHi\n',
  ],
  *check({ lists, posts }) {
    for (const { nameSpan } of lists.length === 0 ? posts : [])
      yield {
        span: nameSpan,
        message: 'There is no `List-Unsubscribe` field that this could be about.',
      }
  },
})

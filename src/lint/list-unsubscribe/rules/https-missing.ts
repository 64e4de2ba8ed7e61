import { defineRule } from '../../../core/rule.ts'
import type { UnsubscribeSubject } from '../subject.ts'

export const httpsMissing = defineRule<UnsubscribeSubject>({
  code: 'unsubscribe/https-missing',
  severity: 'error',
  source: { rfc: 8058, section: '3.1' },
  why: 'One click is an HTTPS POST, so List-Unsubscribe must have an `https:` URI to send it to.',
  bad: [
    '«List-Unsubscribe»: <mailto:off@a.example>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n\nHi\n',
    '«List-Unsubscribe»: <http://a.example/u/k3F9>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n\nHi\n',
  ],
  good: [
    'List-Unsubscribe: <mailto:off@a.example>, <https://a.example/u/k3F9>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n\nHi\n',
    'List-Unsubscribe: <mailto:off@a.example>\n\nHi\n',
  ],
  *check({ lists, posts }) {
    const [first] = lists
    const uris = lists.flatMap(({ list }) => list.uris)
    if (first && posts.length && !uris.some(({ scheme }) => scheme === 'https'))
      yield {
        span: first.field.nameSpan,
        message: 'One click needs an `https:` URI; none stands here.',
      }
  },
})

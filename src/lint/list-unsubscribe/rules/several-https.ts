import { defineRule } from '../../../core/rule.ts'
import type { UnsubscribeSubject } from '../subject.ts'

export const severalHttps = defineRule<UnsubscribeSubject>({
  code: 'unsubscribe/several-https',
  severity: 'warning',
  source: { rfc: 8058, section: '3.1' },
  why: 'With one click there is one HTTPS URI; which of two gets the POST is anybody’s guess.',
  bad: [
    'List-Unsubscribe: <https://a.example/u/k3F9>, <«https://b.example/u/k3F9»>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n\nHi\n',
  ],
  good: [
    'List-Unsubscribe: <https://a.example/u/k3F9>, <mailto:off@a.example>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n\nHi\n',
    'List-Unsubscribe: <https://a.example/u/k3F9>, <https://b.example/u/k3F9>\n\nHi\n',
  ],
  *check({ lists, posts }) {
    const uris = lists.flatMap(({ list }) => list.uris)
    const secure = uris.filter(({ scheme }) => scheme === 'https')
    for (const { span } of posts.length ? secure.slice(1) : [])
      yield { span, message: 'A second `https:` URI: for one click there must be one.' }
  },
})

import { defineRule } from '../../../core/rule.ts'
import type { UnsubscribeSubject } from '../subject.ts'

export const nobodyNamed = defineRule<UnsubscribeSubject>({
  code: 'unsubscribe/nobody-named',
  severity: 'warning',
  source: { rfc: 8058, section: '3.1' },
  why: 'One click asks nothing, so the URI itself must state who unsubscribes from what, best by a part that cannot be guessed.',
  bad: [
    'List-Unsubscribe: <«https://a.example/»>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n\nHi\n',
  ],
  good: [
    'List-Unsubscribe: <https://a.example/u/k3F9>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n\nHi\n',
    'List-Unsubscribe: <https://a.example/?k=3F9>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n\nHi\n',
  ],
  *check({ lists, posts }) {
    for (const { scheme, uri, span } of posts.length ? lists.flatMap(({ list }) => list.uris) : [])
      if (scheme === 'https' && /^https:\/\/[^/?#]*\/?$/i.test(uri))
        yield {
          span,
          message: 'This URI is the same for everybody: it does not name whom to take off.',
        }
  },
})

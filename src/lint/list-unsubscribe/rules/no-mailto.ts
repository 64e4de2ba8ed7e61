import { defineRule } from '../../../core/rule.ts'
import type { UnsubscribeSubject } from '../subject.ts'

export const noMailto = defineRule<UnsubscribeSubject>({
  code: 'unsubscribe/no-mailto',
  severity: 'info',
  source: { rfc: 2369, section: '1' },
  why: 'Not every reader has the web at hand: a `mailto:` beside it reaches all who got the mail.',
  bad: ['«List-Unsubscribe»: <https://a.example/u/k3F9>\n\nHi\n'],
  good: ['List-Unsubscribe: <https://a.example/u/k3F9>, <mailto:off@a.example>\n\nHi\n'],
  *check({ lists }) {
    const [first] = lists
    const uris = lists.flatMap(({ list }) => list.uris)
    if (first && uris.length && !uris.some(({ scheme }) => scheme === 'mailto'))
      yield { span: first.field.nameSpan, message: 'No `mailto:` stands beside the other ways.' }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import type { UnsubscribeSubject } from '../subject.ts'

export const http = defineRule<UnsubscribeSubject>({
  code: 'unsubscribe/http',
  severity: 'warning',
  source: { rfc: 8058, section: '3.1' },
  why: 'Over `http:` anyone on the way can read and change the request, and one click allows it no more: only HTTPS beside URIs of other kinds.',
  bad: ['List-Unsubscribe: <«http:»//a.example/u/k3F9>\n\nHi\n'],
  good: ['List-Unsubscribe: <https://a.example/u/k3F9>\n\nHi\n'],
  *check({ lists }) {
    for (const { scheme, uri, span } of lists.flatMap(({ list }) => list.uris)) {
      if (scheme !== 'http' || !/^http:/i.test(uri)) continue
      const where = { from: span.from, to: Math.min(span.to, span.from + 'http:'.length) }
      yield {
        span: where,
        message: '`http:` is open to all on the way.',
        fixes: [fix('Use `https:`', where, 'https:')],
      }
    }
  },
})

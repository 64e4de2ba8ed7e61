import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import type { UnsubscribeSubject } from '../subject.ts'

const KNOWN = ['https', 'http', 'mailto', 'ftp']

export const otherScheme = defineRule<UnsubscribeSubject>({
  code: 'unsubscribe/other-scheme',
  severity: 'warning',
  source: { rfc: 2369, section: '5' },
  why: 'Readers should not open kinds of URI that could do harm on the user’s own machine, and few know any but `mailto:` and `https:`.',
  bad: [
    'List-Unsubscribe: <«file:///etc/hosts»>, <mailto:off@a.example>\n\nHi\n',
    'List-Unsubscribe: <«off@a.example»>\n\nHi\n',
  ],
  good: ['List-Unsubscribe: <mailto:off@a.example>, <ftp://a.example/x>\n\nHi\n'],
  *check({ lists }) {
    for (const { scheme, uri, span } of lists.flatMap(({ list }) => list.uris)) {
      if (uri === '' || KNOWN.includes(scheme)) continue
      const isAddress = /^[^\s:/]+@[^\s:/]+$/.test(uri)
      yield {
        span,
        message:
          scheme === ''
            ? `\`${uri.slice(0, 60)}\` is no URI: it has no scheme.`
            : `Readers do not open \`${scheme}:\`.`,
        fixes: isAddress ? [fix('Make it a `mailto:`', span, `mailto:${uri}`)] : [],
      }
    }
  },
})

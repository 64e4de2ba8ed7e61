import { defineRule } from '../../../core/rule.ts'
import { slice } from '../../../core/span.ts'
import { fix } from '../../tag-edits.ts'
import type { UnsubscribeSubject } from '../subject.ts'

export const spaceInUri = defineRule<UnsubscribeSubject>({
  code: 'unsubscribe/space-in-uri',
  severity: 'error',
  source: { rfc: 2369, section: '2' },
  why: 'Servers must not put white space into the brackets. Readers should take it out again, but not all do.',
  bad: ['List-Unsubscribe: <mailto:off@a.example« »?subject=off>\n\nHi\n'],
  good: ['List-Unsubscribe: <mailto:off@a.example>,\n <https://a.example/u/k3F9>\n\nHi\n'],
  *check({ message, lists }) {
    for (const { span } of lists.flatMap(({ list }) => list.uris))
      for (const found of slice(message.text, span).matchAll(/[ \t\r\n]+/g)) {
        const from = span.from + found.index
        const where = { from, to: from + found[0].length }
        yield {
          span: where,
          message: 'White space splits this URI.',
          fixes: [fix('Take it out', where, '')],
        }
      }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { ONE_CLICK } from '../../../message/list-unsubscribe.ts'
import type { UnsubscribeSubject } from '../subject.ts'

export const noOneClick = defineRule<UnsubscribeSubject>({
  code: 'unsubscribe/no-one-click',
  severity: 'info',
  source: { rfc: 8058, section: '3.1' },
  why: 'Without List-Unsubscribe-Post a reader may only open the page: filters fetch every link, so the page has to ask again. Large receivers want one click of those who send in bulk.',
  bad: ['«List-Unsubscribe»: <https://a.example/u/k3F9>\n\nHi\n'],
  good: [
    'List-Unsubscribe: <https://a.example/u/k3F9>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n\nHi\n',
    'List-Unsubscribe: <mailto:off@a.example>\n\nHi\n',
  ],
  *check({ lists, posts }) {
    const [first] = lists
    const uris = lists.flatMap(({ list }) => list.uris)
    if (!first || posts.length || !uris.some(({ scheme }) => scheme === 'https')) return
    yield {
      span: first.field.nameSpan,
      message: `The page can be opened, but one click is not offered: add \`List-Unsubscribe-Post: ${ONE_CLICK}\`, and sign it.`,
    }
  },
})

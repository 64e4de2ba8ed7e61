import { defineRule } from '../../../core/rule.ts'
import { isSignedTogether } from '../subject.ts'
import type { UnsubscribeSubject } from '../subject.ts'

export const unsigned = defineRule<UnsubscribeSubject>({
  code: 'unsubscribe/unsigned',
  severity: 'error',
  source: { rfc: 8058, section: '4' },
  why: 'A DKIM signature must cover both fields, else anyone could put a button into the message that unsubscribes people from other lists. Readers offer none without it.',
  bad: [
    'List-Unsubscribe: <https://a.example/u/k3F9>\n«List-Unsubscribe-Post»: List-Unsubscribe=One-Click\n\nHi\n',
    'DKIM-Signature: h=From:List-Unsubscribe\nList-Unsubscribe: <https://a.example/u/k3F9>\n«List-Unsubscribe-Post»: List-Unsubscribe=One-Click\n\nHi\n',
  ],
  good: [
    'List-Unsubscribe: <https://a.example/u/k3F9>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\nDKIM-Signature: h=From:List-Unsubscribe:List-Unsubscribe-Post\n\nHi\n',
    'List-Unsubscribe: <https://a.example/u/k3F9>\n\nHi\n',
  ],
  *check({ message, lists, posts }) {
    const [post] = posts
    const names = ['List-Unsubscribe', 'List-Unsubscribe-Post']
    if (post && lists.length && !isSignedTogether(message, names))
      yield {
        span: post.nameSpan,
        message:
          'No DKIM signature names both `List-Unsubscribe` and `List-Unsubscribe-Post` in its `h=`.',
      }
  },
})

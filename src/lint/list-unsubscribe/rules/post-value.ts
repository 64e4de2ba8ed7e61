import { defineRule } from '../../../core/rule.ts'
import { slice } from '../../../core/span.ts'
import { ONE_CLICK, isOneClick } from '../../../message/list-unsubscribe.ts'
import { fix } from '../../tag-edits.ts'
import type { UnsubscribeSubject } from '../subject.ts'

export const postValue = defineRule<UnsubscribeSubject>({
  code: 'unsubscribe/post-value',
  severity: 'error',
  source: { rfc: 8058, section: '5' },
  why: 'What readers send is exactly this value, so that no sender can make them fill in other forms. With any other they offer no button.',
  bad: [
    'List-Unsubscribe: <https://a.example/u/k3F9>\nList-Unsubscribe-Post: «list-unsubscribe=one-click»\n\nHi\n',
    'List-Unsubscribe: <https://a.example/u/k3F9>\nList-Unsubscribe-Post: «yes»\n\nHi\n',
  ],
  good: [
    'List-Unsubscribe: <https://a.example/u/k3F9>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n\nHi\n',
  ],
  *check({ message, posts }) {
    for (const { value, valueSpan } of posts) {
      if (isOneClick(value)) continue
      const raw = slice(message.text, valueSpan)
      const from = valueSpan.from + raw.length - raw.trimStart().length
      const where = { from, to: Math.max(from, valueSpan.from + raw.trimEnd().length) }
      const missing = from === where.to
      yield {
        span: missing ? valueSpan : where,
        message: `The value must be exactly \`${ONE_CLICK}\`.`,
        fixes: [fix(`Write \`${ONE_CLICK}\``, where, missing ? ` ${ONE_CLICK}` : ONE_CLICK)],
      }
    }
  },
})

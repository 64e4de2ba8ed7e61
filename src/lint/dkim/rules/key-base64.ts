import { defineRule } from '../../../core/rule.ts'
import type { KeySubject } from '../subject.ts'

const PROBLEMS = ['character', 'padding', 'length']

export const keyBase64 = defineRule<KeySubject>({
  code: 'dkim/key-base64',
  severity: 'error',
  source: { rfc: 6376, section: '3.6.1' },
  why: 'The key is written in base64: letters, digits, `+` and `/`, with `=` at the end only. One wrong character makes it unreadable.',
  bad: ['v=DKIM1; p=MIG«*»MA0G', 'v=DKIM1; p=«MIGfM»', 'v=DKIM1; p=MI==«G»fMA'],
  good: ['v=DKIM1; p='],
  *check({ record: { key } }) {
    if (key.kind === 'broken' && PROBLEMS.includes(key.problem))
      yield { span: key.span, message: key.message }
  },
})

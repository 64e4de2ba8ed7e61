import { defineRule } from '../../../core/rule.ts'
import { fix, removeOnly } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { KeySubject } from '../subject.ts'

export const testing = defineRule<KeySubject>({
  code: 'dkim/testing',
  severity: 'warning',
  source: { rfc: 6376, section: '3.6.1' },
  why: '`t=y` states that you are only trying DKIM out: verifiers must treat your mail as if it were not signed. Take it out when your signatures hold.',
  bad: ['v=DKIM1; t=«y»; p=', 'v=DKIM1; t=s:«y»; p='],
  good: ['v=DKIM1; t=s; p=', 'v=DKIM1; p='],
  *check({ record }) {
    const tag = tagNamed(record, 't')
    const flag = record.flags.find(({ text }) => text === 'y')
    if (!tag || !flag) return
    const rest = record.flags.filter(({ text }) => text !== 'y').map(({ text }) => text)
    const fixes =
      rest.length === 0
        ? removeOnly(record, tag)
        : [fix('Take `y` out', tag.valueSpan, rest.join(':'))]
    yield {
      span: flag.span,
      message: 'This key is marked as a test, so its signatures count for nothing.',
      fixes,
    }
  },
})

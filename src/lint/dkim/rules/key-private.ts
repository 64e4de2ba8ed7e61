import { defineRule } from '../../../core/rule.ts'
import type { KeySubject } from '../subject.ts'

export const keyPrivate = defineRule<KeySubject>({
  code: 'dkim/key-private',
  severity: 'error',
  source: { rfc: 6376, section: '8.3' },
  why: 'Anyone who has the private key can sign as you. Once published it is lost, even if you take it back: make a new pair with a new selector.',
  bad: ['v=DKIM1; p=«MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g»'],
  good: ['v=DKIM1; p='],
  *check({ record: { key } }) {
    if (key.kind === 'broken' && key.problem === 'private')
      yield { span: key.span, message: key.message }
  },
})

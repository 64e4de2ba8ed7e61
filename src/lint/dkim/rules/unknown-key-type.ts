import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { KeySubject } from '../subject.ts'

export const unknownKeyType = defineRule<KeySubject>({
  code: 'dkim/unknown-key-type',
  severity: 'error',
  source: { rfc: 8463, section: '8.1' },
  why: 'Two kinds of keys are registered: `rsa` and `ed25519`. Verifiers ignore a key of any other.',
  bad: ['v=DKIM1; k=«dsa»; p=aGVsbG8h'],
  good: ['v=DKIM1; k=rsa; p=', 'v=DKIM1; k=ed25519; p='],
  *check({ record }) {
    const tag = tagNamed(record, 'k')
    if (tag && !['rsa', 'ed25519'].includes(tag.value))
      yield {
        span: tag.value === '' ? tag.span : tag.valueSpan,
        message: `\`k=${tag.value}\` is no known kind of key: there are \`rsa\` and \`ed25519\`.`,
      }
  },
})

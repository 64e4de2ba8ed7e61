import { defineRule } from '../../../core/rule.ts'
import { removeOnly } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { KeySubject } from '../subject.ts'

export const obsoleteGranularity = defineRule<KeySubject>({
  code: 'dkim/obsolete-granularity',
  severity: 'warning',
  source: { rfc: 6376, section: '7.5' },
  why: '`g=` once set whose mail a key may sign. RFC 6376 dropped it: verifiers ignore it, so it protects nothing.',
  bad: ['v=DKIM1; «g=*»; p='],
  good: ['v=DKIM1; p='],
  *check({ record }) {
    const tag = tagNamed(record, 'g')
    if (tag)
      yield {
        span: tag.span,
        message: '`g=` is a tag of old DKIM that verifiers no longer read.',
        fixes: removeOnly(record, tag),
      }
  },
})

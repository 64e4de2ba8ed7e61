import { defineRule } from '../../../core/rule.ts'
import { moveFirst } from '../../tag-edits.ts'
import type { KeySubject } from '../subject.ts'

export const versionFirst = defineRule<KeySubject>({
  code: 'dkim/version-first',
  severity: 'error',
  source: { rfc: 6376, section: '3.6.1' },
  why: 'If `v=` is there it must be the first tag; else verifiers take the record for something that is not DKIM.',
  bad: ['k=rsa; «v=DKIM1»; p=', 'p=; «v=DKIM1»'],
  good: ['v=DKIM1; k=rsa; p='],
  *check({ record }) {
    const { version } = record
    if (version && record.tags[0] !== version)
      yield {
        span: version.span,
        message: '`v=` must be the first tag of the record.',
        fixes: [moveFirst(record, version)],
      }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { moveFirst } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { DmarcSubject } from '../subject.ts'

export const versionFirst = defineRule<DmarcSubject>({
  code: 'dmarc/version-first',
  severity: 'error',
  source: { rfc: 9989, section: '4.7' },
  why: '`v=DMARC1` must be the first tag. If it is not, the whole record is ignored.',
  bad: ['p=reject; «v=DMARC1»', 'p=none; «v=DMARC1»; rua=mailto:d@example.com'],
  good: ['v=DMARC1; p=reject'],
  *check({ record }) {
    const version = tagNamed(record, 'v')
    if (version && record.tags[0] !== version)
      yield {
        span: version.span,
        message: '`v=DMARC1` must stand first, else this is no DMARC record.',
        fixes: [moveFirst(record, version)],
      }
  },
})

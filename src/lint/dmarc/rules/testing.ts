import { defineRule } from '../../../core/rule.ts'
import { removeOnly } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { DmarcSubject } from '../subject.ts'

export const testing = defineRule<DmarcSubject>({
  code: 'dmarc/testing',
  severity: 'warning',
  source: { rfc: 9989, section: '4.7' },
  why:
    '`t=y` asks receivers to apply one level less than the policy sets: `reject` becomes ' +
    '`quarantine`, `quarantine` becomes `none`. Readers of RFC 7489 do not know it and apply ' +
    'the policy in full.',
  bad: ['v=DMARC1; p=reject; «t=y»'],
  good: ['v=DMARC1; p=reject; t=n', 'v=DMARC1; p=none; t=y'],
  *check({ record }) {
    const tag = tagNamed(record, 't')
    if (tag && record.testing && record.p !== undefined && record.p !== 'none')
      yield {
        span: tag.span,
        message: `\`t=y\` makes a test of it: \`p=${record.p}\` is applied one level lower.`,
        fixes: removeOnly(record, tag),
      }
  },
})

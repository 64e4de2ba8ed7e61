import { defineRule } from '../../../core/rule.ts'
import { fix, removeOnly } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { DmarcSubject } from '../subject.ts'

export const percentageGone = defineRule<DmarcSubject>({
  code: 'dmarc/percentage-gone',
  severity: 'warning',
  source: { rfc: 9989, section: 'A.6' },
  why:
    '`pct=` asked for the policy on a share of the mail, and receivers hardly agreed on how. ' +
    'RFC 9989 took it out: its readers apply the policy to all mail, while readers of RFC ' +
    '7489 still count. `t=y` is what is left of `pct=0`.',
  bad: [
    'v=DMARC1; p=reject; «pct=50»',
    'v=DMARC1; p=reject; «pct=0»',
    'v=DMARC1; p=reject; «pct=100»',
  ],
  good: ['v=DMARC1; p=reject', 'v=DMARC1; p=reject; t=y'],
  *check({ record }) {
    const tag = tagNamed(record, 'pct')
    if (!tag) return
    const asTest = record.pct === 0 && !tagNamed(record, 't')
    yield {
      span: tag.span,
      severity: record.pct === 100 ? 'info' : 'warning',
      message: `\`pct=\` is gone: readers of today ignore \`pct=${tag.value}\`, older ones may still follow it.`,
      fixes: asTest ? [fix('Write `t=y`', tag.span, 't=y')] : removeOnly(record, tag),
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { isId, MAX_ID } from '../../../auth/mta-sts/record.ts'
import type { StsSubject } from '../subject.ts'

export const idValue = defineRule<StsSubject>({
  code: 'mta-sts/id-value',
  severity: 'error',
  source: { rfc: 8461, section: '3.1' },
  why: 'An `id` is 1 to 32 letters and digits; many write the date and time. With any other the record cannot be used.',
  bad: [
    'v=STSv1; id=«2026-05-12»',
    'v=STSv1; «id=»',
    'v=STSv1; id=«20260512T090000Z20260512T090000Z1»',
  ],
  good: ['v=STSv1; id=20260512T090000Z'],
  *check({ record }) {
    const tag = tagNamed(record, 'id')
    if (!tag || isId(tag.value)) return
    const plain = tag.value.replace(/[^A-Za-z0-9]/g, '').slice(0, MAX_ID)
    yield {
      span: tag.value ? tag.valueSpan : tag.span,
      message: `An \`id\` is 1 to ${MAX_ID} letters and digits; senders cannot use a record with this one.`,
      fixes: plain ? [fix(`Write \`id=${plain}\``, tag.valueSpan, plain)] : [],
    }
  },
})

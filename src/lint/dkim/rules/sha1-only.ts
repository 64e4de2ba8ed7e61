import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { KeySubject } from '../subject.ts'

export const sha1Only = defineRule<KeySubject>({
  code: 'dkim/sha1-only',
  severity: 'error',
  source: { rfc: 8301, section: '3.1' },
  why: 'SHA-1 must not be used any more, and SHA-256 is the one hash that is left. An `h=` without it allows no signature at all.',
  bad: ['v=DKIM1; h=«sha1»; p='],
  good: ['v=DKIM1; h=sha256; p=', 'v=DKIM1; h=sha1:sha256; p=', 'v=DKIM1; p='],
  *check({ record }) {
    const tag = tagNamed(record, 'h')
    if (tag && !record.hashes?.some(({ text }) => text === 'sha256'))
      yield {
        span: tag.value === '' ? tag.span : tag.valueSpan,
        message: `\`h=${tag.value}\` leaves no hash that a signature may use.`,
        fixes: [fix('Allow `sha256`', tag.valueSpan, 'sha256')],
      }
  },
})

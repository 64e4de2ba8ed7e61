import { defineRule } from '../../../core/rule.ts'
import { removeOnly } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { servesMail } from '../../../auth/dkim/key.ts'
import type { KeySubject } from '../subject.ts'

export const service = defineRule<KeySubject>({
  code: 'dkim/service',
  severity: 'error',
  source: { rfc: 6376, section: '3.6.1' },
  why: '`s=` limits what the key is for. Verifiers of mail ignore a record that names neither `email` nor `*`.',
  bad: ['v=DKIM1; s=«tlsrpt»; p='],
  good: ['v=DKIM1; s=email; p=', 'v=DKIM1; s=*; p='],
  *check({ record }) {
    const tag = tagNamed(record, 's')
    if (tag && !servesMail(record))
      yield {
        span: tag.value === '' ? tag.span : tag.valueSpan,
        message: `\`s=${tag.value}\` does not allow mail, so mail signed with this key fails.`,
        fixes: removeOnly(record, tag),
      }
  },
})

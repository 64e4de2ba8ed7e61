import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import type { KeySubject } from '../subject.ts'

export const versionValue = defineRule<KeySubject>({
  code: 'dkim/version-value',
  severity: 'error',
  source: { rfc: 6376, section: '3.6.1' },
  why: 'The version is compared letter by letter with `DKIM1`. A record with any other is thrown away.',
  bad: ['v=«DKIM2»; p=', 'v=«dkim1»; p=', 'v=«DKIM1.0»; p='],
  good: ['v=DKIM1; p=', 'p='],
  *check({ record: { version } }) {
    if (version && version.value !== 'DKIM1')
      yield {
        span: version.value === '' ? version.span : version.valueSpan,
        message: `The version of a DKIM key is exactly \`DKIM1\`; here stands \`${version.value}\`.`,
        fixes: [fix('Write `DKIM1`', version.valueSpan, 'DKIM1')],
      }
  },
})

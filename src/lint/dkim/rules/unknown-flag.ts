import { defineRule } from '../../../core/rule.ts'
import type { KeySubject } from '../subject.ts'

export const unknownFlag = defineRule<KeySubject>({
  code: 'dkim/unknown-flag',
  severity: 'info',
  source: { rfc: 6376, section: '3.6.1' },
  why: 'Two flags exist: `y` for testing and `s` for no subdomains in `i=`. Others are ignored.',
  bad: ['v=DKIM1; t=s:«n»; p='],
  good: ['v=DKIM1; t=s; p='],
  *check({ record }) {
    for (const { text, span } of record.flags)
      if (text !== 'y' && text !== 's')
        yield { span, message: `The flag \`${text}\` means nothing; there are \`y\` and \`s\`.` }
  },
})

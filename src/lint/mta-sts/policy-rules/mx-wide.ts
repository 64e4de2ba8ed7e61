import { isWithin, normalizeName } from '../../../core/domain.ts'
import { defineRule } from '../../../core/rule.ts'
import type { PolicySubject } from '../subject.ts'

export const mxWide = defineRule<PolicySubject>({
  code: 'mta-sts/mx-wide',
  severity: 'info',
  source: { rfc: 8461, section: '10.4' },
  why: 'A `*` over the whole domain lets every machine in it pass for a mail host, if only it has a certificate. Name the hosts where you can.',
  bad: ['version: STSv1\nmode: enforce\nmx: «*.example.com»\nmax_age: 604800'],
  good: [
    'version: STSv1\nmode: enforce\nmx: *.mx.example.com\nmax_age: 604800',
    'version: STSv1\nmode: enforce\nmx: mail.example.com\nmax_age: 604800',
  ],
  *check({ policy: { mx }, domain }) {
    for (const { value, valueSpan } of mx) {
      const below = normalizeName(value.slice(2))
      if (value.startsWith('*.') && below && isWithin(domain, below))
        yield {
          span: valueSpan,
          message: `\`${value}\` lets every host of \`${below}\` take the mail.`,
        }
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import type { PolicySubject } from '../subject.ts'

export const mxWildcard = defineRule<PolicySubject>({
  code: 'mta-sts/mx-wildcard',
  severity: 'error',
  source: { rfc: 8461, section: '4.1' },
  why: 'A `*` stands for one whole label, the leftmost: `*.example.com` names `mx.example.com`, and neither `example.com` nor `a.mx.example.com`. Anywhere else it names nothing.',
  bad: [
    'version: STSv1\nmode: enforce\nmx: «mx.*.example.com»\nmax_age: 604800',
    'version: STSv1\nmode: enforce\nmx: «mx*.example.com»\nmax_age: 604800',
    'version: STSv1\nmode: enforce\nmx: «*»\nmax_age: 604800',
    'version: STSv1\nmode: enforce\nmx: «*.*.example.com»\nmax_age: 604800',
  ],
  good: ['version: STSv1\nmode: enforce\nmx: *.example.com\nmax_age: 604800'],
  *check({ policy: { mx } }) {
    for (const { value, valueSpan } of mx)
      if (value.replace(/^\*\./, '').includes('*'))
        yield {
          span: valueSpan,
          message: `\`${value}\` names no host: a \`*\` may stand only at the front, for one whole label.`,
        }
  },
})

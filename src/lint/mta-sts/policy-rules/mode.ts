import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { fieldNamed, MODES } from '../../../auth/mta-sts/policy.ts'
import type { PolicySubject } from '../subject.ts'
import { addLine, firstLine } from '../policy-edits.ts'

export const mode = defineRule<PolicySubject>({
  code: 'mta-sts/mode',
  severity: 'error',
  source: { rfc: 8461, section: '3.2' },
  why: 'The mode sets what becomes of mail where TLS cannot be trusted: `enforce` holds it back, `testing` only reports, `none` ends MTA-STS. A policy without one of the three counts as none.',
  bad: [
    'version: STSv1\nmode: «report»\nmx: a.example\nmax_age: 604800',
    'version: STSv1\nmode: «Enforce»\nmx: a.example\nmax_age: 604800',
    '«version: STSv1»\nmx: a.example\nmax_age: 604800',
  ],
  good: ['version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 604800'],
  *check({ policy }) {
    const field = fieldNamed(policy.fields, 'mode')
    if (!field)
      yield {
        span: firstLine(policy),
        message: 'The policy has no `mode`, so it counts as none.',
        fixes: [addLine(policy, 'mode: testing')],
      }
    else if (!policy.mode) {
      const meant = MODES.find((known) => known === field.value.toLowerCase())
      const space = field.value ? '' : ' '
      yield {
        span: field.value ? field.valueSpan : field.span,
        message: `A mode is \`enforce\`, \`testing\` or \`none\`, in lower case; with \`${field.value}\` the policy counts as none.`,
        fixes: (meant ? [meant] : MODES.slice(0, 2)).map((one) =>
          fix(`Write \`${one}\``, field.valueSpan, `${space}${one}`),
        ),
      }
    }
  },
})

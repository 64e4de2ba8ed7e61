import { defineRule } from '../../../core/rule.ts'
import { fieldNamed } from '../../../auth/mta-sts/policy.ts'
import { isMxPattern } from '../../../auth/mta-sts/match-host.ts'
import type { PolicySubject } from '../subject.ts'
import { addLine, firstLine } from '../policy-edits.ts'

export const mxMissing = defineRule<PolicySubject>({
  code: 'mta-sts/mx-missing',
  severity: 'error',
  source: { rfc: 8461, section: '3.2' },
  why: 'The policy names the hosts that mail may go to, one `mx` a line. Only a policy of mode `none` needs none.',
  bad: [
    'version: STSv1\n«mode: enforce»\nmax_age: 604800',
    '> MX mail.example.com\nversion: STSv1\n«mode: testing»\nmax_age: 604800',
  ],
  good: [
    'version: STSv1\nmode: none\nmax_age: 86400',
    'version: STSv1\nmode: testing\nmx: a.example\nmax_age: 604800',
  ],
  *check({ policy, hosts }) {
    if (policy.mx.length || policy.mode === 'none') return
    yield {
      span: fieldNamed(policy.fields, 'mode')?.span ?? firstLine(policy),
      message: 'The policy names no mail host, so it counts as none.',
      fixes:
        hosts.length && hosts.every(isMxPattern)
          ? [addLine(policy, hosts.map((host) => `mx: ${host}`).join('\n'), 'Name the mail hosts')]
          : [],
    }
  },
})

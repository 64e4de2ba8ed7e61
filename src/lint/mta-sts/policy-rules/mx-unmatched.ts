import { defineRule } from '../../../core/rule.ts'
import { fieldNamed } from '../../../auth/mta-sts/policy.ts'
import { isMxPattern, patternFinder } from '../../../auth/mta-sts/match-host.ts'
import type { PolicySubject } from '../subject.ts'
import { addLine, firstLine } from '../policy-edits.ts'

export const mxUnmatched = defineRule<PolicySubject>({
  code: 'mta-sts/mx-unmatched',
  severity: 'error',
  source: { rfc: 8461, section: '4.1' },
  why: 'Mail goes only to hosts that the policy names. A host of the MX records that it does not name gets none under `enforce`, and is reported under `testing`.',
  bad: [
    '> MX mail.example.com\n> MX backup.example.com\nversion: STSv1\nmode: enforce\n«mx: mail.example.com»\nmax_age: 604800',
    '> MX a.mx.example.com\nversion: STSv1\nmode: testing\n«mx: *.example.com»\nmax_age: 604800',
  ],
  good: [
    '> MX mail.example.com\nversion: STSv1\nmode: enforce\nmx: *.example.com\nmax_age: 604800',
    '> MX mail.example.com\nversion: STSv1\nmode: none\nmax_age: 604800',
  ],
  *check({ policy, hosts }) {
    if (!policy.mx.length || policy.mode === 'none') return
    const patternOf = patternFinder(policy.mx.map(({ value }) => value))
    const strangers = hosts.filter((host) => patternOf(host) === undefined)
    if (!strangers.length) return
    const names = strangers.map((host) => `\`${host}\``).join(', ')
    yield {
      span: policy.mx.at(-1)?.span ?? fieldNamed(policy.fields, 'mode')?.span ?? firstLine(policy),
      message: `No \`mx\` of the policy names ${names}: ${policy.mode === 'testing' ? 'senders will report it' : 'senders will not deliver there'}.`,
      fixes: strangers.every(isMxPattern)
        ? [addLine(policy, strangers.map((host) => `mx: ${host}`).join('\n'), `Name ${names} too`)]
        : [],
      ...(policy.mode === 'testing' && { severity: 'warning' }),
    }
  },
})

import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { patternFinder } from '../../../auth/mta-sts/match-host.ts'
import { fieldNamed } from '../../../auth/mta-sts/policy.ts'
import type { PolicySubject } from '../subject.ts'

export const stillTesting = defineRule<PolicySubject>({
  code: 'mta-sts/still-testing',
  severity: 'info',
  source: { rfc: 8461, section: '5' },
  why: '`testing` is where one starts: failures are reported, and mail is delivered as before, also to an impostor. Once the reports are quiet, go on to `enforce`.',
  bad: ['version: STSv1\nmode: «testing»\nmx: a.example\nmax_age: 604800'],
  good: ['version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 604800'],
  *check({ policy, hosts }) {
    const field = fieldNamed(policy.fields, 'mode')
    // Under `enforce`, a host that the policy does not name would get no mail.
    const patternOf = patternFinder(policy.mx.map(({ value }) => value))
    const isReady = hosts.every((host) => patternOf(host) !== undefined)
    if (field && policy.mode === 'testing')
      yield {
        span: field.valueSpan,
        message: '`testing` only watches: mail still goes where TLS cannot be trusted.',
        fixes: isReady ? [fix('Write `enforce`', field.valueSpan, 'enforce')] : [],
      }
  },
})

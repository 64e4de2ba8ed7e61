import { parseIp } from '../../../core/ip.ts'
import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { isMxPattern } from '../../../auth/mta-sts/match-host.ts'
import type { PolicySubject } from '../subject.ts'

export const mxName = defineRule<PolicySubject>({
  code: 'mta-sts/mx-name',
  severity: 'error',
  source: { rfc: 8461, section: '3.2' },
  why: 'An `mx` is one host name, in ASCII and without a final dot, or `*.` and a name. It stands alone on its line, without a preference and without quotes.',
  bad: [
    'version: STSv1\nmode: enforce\nmx: «mx.example.com.»\nmax_age: 604800',
    'version: STSv1\nmode: enforce\nmx: «192.0.2.25»\nmax_age: 604800',
    'version: STSv1\nmode: enforce\nmx: «a.example, b.example»\nmax_age: 604800',
    'version: STSv1\nmode: enforce\n«mx:»\nmx: a.example\nmax_age: 604800',
    'version: STSv1\nmode: enforce\nmx: «10 a.example»\nmax_age: 604800',
  ],
  good: ['version: STSv1\nmode: enforce\nmx: mx.example.com\nmx: *.example.net\nmax_age: 604800'],
  *check({ policy: { mx } }) {
    for (const { value, valueSpan, span: where } of mx) {
      if (isMxPattern(value) || value.replace(/^\*\./, '').includes('*')) continue
      const plain = value.replace(/^["<]|[">]$|\.$/g, '')
      yield {
        span: value ? valueSpan : where,
        message: nameProblem(value),
        fixes:
          plain !== value && isMxPattern(plain)
            ? [fix(`Write \`${plain}\``, valueSpan, plain)]
            : [],
      }
    }
  },
})

function nameProblem(value: string): string {
  if (!value) return 'This `mx` names no host.'
  if (parseIp(value)) return `\`${value}\` is an address; an \`mx\` names a host.`
  if (/[\s,;]/.test(value))
    return `\`${value}\` is more than one name: each host has its own \`mx\` line.`
  if (value.endsWith('.')) return `\`${value}\` ends with a dot; the names of a policy have none.`
  return `\`${value}\` is no host name, so it names no mail host.`
}

import { defineDnsDependentRule } from '../../dns-dependent-rule.ts'
import { patternFinder } from '../../../auth/mta-sts/match-host.ts'
import type { MxSubject } from '../subject.ts'

const policy = (mode: string): string =>
  `; policy of a.example: version: STSv1|mode: ${mode}|mx: mx.a.example|max_age: 604800\n`

export const notInPolicy = defineDnsDependentRule<MxSubject>({
  code: 'mx/not-in-policy',
  severity: 'error',
  source: { rfc: 8461, section: '4.1' },
  why: 'The domain’s MTA-STS policy lists the hosts that mail may go to. Under `enforce` a host that it does not name gets no mail from senders that honour it.',
  bad: [
    `${policy('enforce')}a.example. MX 10 mx.a.example.\n«a.example. MX 20 backup.a.example.»`,
    `${policy('testing')}«a.example. MX 10 b.example.»`,
  ],
  good: [
    `${policy('enforce')}a.example. MX 10 mx.a.example.`,
    `${policy('none')}a.example. MX 10 b.example.`,
    `${policy('enforce')}a.example. MX 0 .`,
  ],
  // The policy is no matter of DNS.
  // eslint-disable-next-line require-yield
  *check({ records, policy: known, domain }) {
    if (!known?.valid || known.mode === 'none') return []
    const isTesting = known.mode === 'testing'
    const patternOf = patternFinder(known.mx.map(({ value }) => value))
    return records
      .filter(({ exchange }) => exchange && patternOf(exchange) === undefined)
      .map((at) => ({
        at,
        message: `The MTA-STS policy of \`${domain}\` does not name \`${at.exchange}\`: ${isTesting ? 'senders will report it' : 'senders that honour it will not deliver here'}.`,
        ...(isTesting && { severity: 'warning' as const }),
      }))
  },
})

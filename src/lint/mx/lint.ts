import type { Effect } from '../../core/effects.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { DnsRecord } from '../../core/dns.ts'
import { groupBy } from '../../core/group-by.ts'
import { runDnsDependentRules } from '../dns-dependent-rule.ts'
import { parseStsPolicy } from '../../auth/mta-sts/policy.ts'
import { allOf } from '../record-index.ts'
import { mxRules } from './rules/index.ts'

/**
 * Looks for faults of MX records that show only where DNS is asked.
 * @param policies The texts of MTA-STS policies, by domain, where they are known.
 */
export function* lintMx(
  all: readonly DnsRecord[],
  policies: ReadonlyMap<string, string> = new Map(),
): Effect<Diagnostic[]> {
  const found: Diagnostic[] = []
  const nameless = new Map<string, string | undefined>()
  for (const [domain, records] of groupBy(allOf('MX', all), ({ name }) => name)) {
    const text = policies.get(domain)
    const policy = text === undefined ? {} : { policy: parseStsPolicy(text) }
    found.push(
      ...(yield* runDnsDependentRules(mxRules, { domain, records, all, nameless, ...policy })),
    )
  }
  return found
}

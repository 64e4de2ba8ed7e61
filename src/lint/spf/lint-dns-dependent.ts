import type { Effect } from '../../core/effects.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { joinedText, type DnsRecord, type TextData } from '../../core/dns.ts'
import { normalizeName } from '../../core/domain.ts'
import { runDnsDependentRules } from '../dns-dependent-rule.ts'
import { spfDnsRules } from './dns-dependent-rules/index.ts'
import { publishedSpf } from '../../auth/spf/published.ts'
import { isSpfText } from '../../auth/spf/record.ts'
import { planLookups } from './lookup-plan.ts'

/**
 * Looks for faults that show only where an SPF record is followed through DNS: targets that are
 * missing, circles, limits that are passed. What lies in its text alone is `lintSpf`'s.
 * @param all Every record known.
 * @returns Diagnostics at the terms of the record. Empty for one that SPF does not select, and at a
 *   wildcard, whose domain is any.
 */
export function* lintSpfThroughDns(
  record: DnsRecord & TextData,
  all: readonly DnsRecord[],
): Effect<Diagnostic[]> {
  if (record.type !== 'TXT' || record.name.startsWith('*.') || !isSpfText(joinedText(record)))
    return []
  const domain = normalizeName(record.name)
  const published = publishedSpf(record, domain)
  const plan = yield* planLookups(published)
  const subject = { published: record, record: published.record, domain, plan, all }
  return yield* runDnsDependentRules(spfDnsRules, subject)
}

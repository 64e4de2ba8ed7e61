import type { DnsRecord, RecordOf } from '../../core/dns.ts'
import type { DnsDependentRule } from '../dns-dependent-rule.ts'
import type { StsPolicy } from '../../auth/mta-sts/policy.ts'

/** What the MX rules look at that ask DNS: all MX records of one domain. */
export interface MxSubject {
  readonly domain: string
  /** As published; at least one. */
  readonly records: readonly (DnsRecord & RecordOf<'MX'>)[]
  readonly all: readonly DnsRecord[]
  /** What was found out of each mail host: several domains may have one. `undefined`: nothing. */
  readonly nameless: Map<string, string | undefined>
  /** The domain's MTA-STS policy, where it is known. */
  readonly policy?: StsPolicy
}

/**
 * In examples, `; policy of a.example: version: STSv1|mode: …` is a comment with the policy file of a
 * domain, its lines parted by `|`.
 */
export type MxRule = DnsDependentRule<MxSubject>

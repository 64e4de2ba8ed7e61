import type { Policy } from '../parse.ts'

/** The namespace of reports (RFC 9990 §6.1). RFC 7489 had none that was used. */
export const NAMESPACE = 'urn:ietf:params:xml:ns:dmarc-2.0'

/** Which RFC a report is written by. */
export type ReportForm = '9990' | '7489'

/** An aggregate report (RFC 9990 §3.1.1): what one receiver saw of one policy domain. */
export interface AggregateReport {
  readonly metadata: ReportMetadata
  readonly policy: PolicyPublished
  readonly records: readonly ReportRecord[]
}

/** Who reports, and of which time (§3.1.1.3). */
export interface ReportMetadata {
  readonly orgName: string
  readonly email: string
  readonly extraContactInfo?: string
  /** Unique among the reports to a domain (§3.5.1). */
  readonly reportId: string
  /** Seconds since 1970: the period, not the first and last message (§3.1.1.4). */
  readonly begin: number
  readonly end: number
  /** What was wrong with the policy record (§3.1.5). */
  readonly error?: string
  readonly generator?: string
}

export type DiscoveryMethod = 'treewalk' | 'psl'

/** The policy as it was found (§3.1.1.5). A `psd` tag is not reported. */
export interface PolicyPublished {
  /** Where the record was found. */
  readonly domain: string
  readonly discoveryMethod?: DiscoveryMethod
  readonly p: Policy
  readonly sp?: Policy
  readonly np?: Policy
  /** As the record has it: `1:d`. */
  readonly fo?: string
  readonly adkim?: 'r' | 's'
  readonly aspf?: 'r' | 's'
  /** The `t` tag. */
  readonly testing?: 'y' | 'n'
  /** Of RFC 7489 alone. */
  readonly pct?: number
}

/** What became of the message: `pass` is a pass under a policy that enforces (Appendix A). */
export type Disposition = 'none' | 'pass' | 'quarantine' | 'reject'

/** Why a policy was not applied as published (§3.1.6). */
export type OverrideType = (typeof OVERRIDES)[number]

export const OVERRIDES = [
  'local_policy',
  'mailing_list',
  'other',
  'policy_test_mode',
  'trusted_forwarder',
] as const

/** Of RFC 7489 alone (its Appendix C). */
export const OLD_OVERRIDES = ['forwarded', 'sampled_out'] as const

export interface OverrideReason {
  readonly type: OverrideType | (typeof OLD_OVERRIDES)[number]
  readonly comment?: string
}

/** Messages that had all of this in common (§3.1.1.7). */
export interface ReportRecord {
  readonly sourceIp: string
  readonly count: number
  readonly disposition: Disposition
  /** Whether DKIM vouched for the author domain, aligned; likewise SPF (§3.1.1.9). */
  readonly dkim: 'pass' | 'fail'
  readonly spf: 'pass' | 'fail'
  readonly reasons: readonly OverrideReason[]
  /** The author domain. */
  readonly headerFrom: string
  /** The domain of MAIL FROM; empty for the null reverse-path. */
  readonly envelopeFrom?: string
  readonly envelopeTo?: string
  readonly dkimResults: readonly DkimAuthResult[]
  readonly spfResult?: SpfAuthResult
}

/** The result of DKIM, before DMARC evaluates it (§3.1.1.12). */
export interface DkimAuthResult {
  readonly domain: string
  /** Old reports may lack it. */
  readonly selector?: string
  readonly result: string
  readonly humanResult?: string
}

/** The result of SPF (§3.1.1.13). */
export interface SpfAuthResult {
  readonly domain: string
  /** `mfrom` alone in RFC 9990; RFC 7489 knew `helo` as well. */
  readonly scope?: 'mfrom' | 'helo'
  readonly result: string
  readonly humanResult?: string
}

/** RFC 8601 §2.7.1, as the schema lists them. */
export const DKIM_RESULTS = ['none', 'pass', 'fail', 'policy', 'neutral', 'temperror', 'permerror']

/** RFC 8601 §2.7.2. */
export const SPF_RESULTS = [
  'none',
  'pass',
  'fail',
  'softfail',
  'policy',
  'neutral',
  'temperror',
  'permerror',
]

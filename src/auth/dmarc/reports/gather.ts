import { formatIp, parseIp } from '../../../core/ip.ts'
import { domainOf } from '../../../core/domain.ts'
import { askedName, inALabels } from '../../../core/idna.ts'
import type { SignatureVerdict } from '../../dkim/verify.ts'
import type { SpfVerdict } from '../../spf/evaluate.ts'
import type { DmarcVerdict } from '../evaluate.ts'
import type { DmarcRecord, Policy } from '../parse.ts'
import { compareIps } from './compare-ips.ts'
import { dkimResultsOf } from './dkim-results.ts'
import type {
  AggregateReport,
  Disposition,
  OverrideReason,
  PolicyPublished,
  ReportMetadata,
  ReportRecord,
} from './report.ts'

/** One message as a receiver judged it. */
export interface Observation {
  /** Milliseconds since 1970. */
  readonly at: number
  /** The client's address. */
  readonly ip: string
  /** Empty for the null reverse-path. */
  readonly mailFrom: string
  /** A recipient; its domain is reported. */
  readonly rcptTo?: string
  readonly spf: Pick<SpfVerdict, 'result' | 'domain' | 'identity'>
  readonly dkim: readonly Pick<SignatureVerdict, 'result' | 'domain' | 'selector' | 'reason'>[]
  readonly dmarc: DmarcVerdict
  /** What was done with it; what the policy asks for by default. */
  readonly applied?: Policy
  /** Why that is not what the policy asks for. */
  readonly reasons?: readonly OverrideReason[]
}

export interface Reporter {
  readonly orgName: string
  readonly email: string
  readonly extraContactInfo?: string
  readonly generator?: string
  /** The receiver's own name: it makes report ids unique. */
  readonly host: string
  /** The period, in seconds since 1970: from `begin` until before `end`. */
  readonly begin: number
  readonly end: number
}

/** A report and where its policy asks for it. */
export interface GatheredReport {
  readonly report: AggregateReport
  /** The record that asked: the newest one with this policy. */
  readonly record: DmarcRecord
}

/**
 * Sums up a period: a report for each policy domain and each policy that was seen at it
 * (RFC 9990 §3.1, §3.3), with a record for each combination of client, results and identifiers.
 * Messages that no policy covers are in none. The order of the messages makes no difference.
 */
export function gatherReports(
  observations: readonly Observation[],
  reporter: Reporter,
): GatheredReport[] {
  const groups = new Map<
    string,
    { policy: PolicyPublished; record: DmarcRecord; newest: number; seen: Observation[] }
  >()
  for (const seen of observations) {
    const { record, policyDomain } = seen.dmarc
    const second = Math.floor(seen.at / 1000)
    if (!record || policyDomain === undefined) continue
    if (second < reporter.begin || second >= reporter.end) continue
    const policy = publishedOf(record, askedName(policyDomain), seen.dmarc.mode)
    const key = JSON.stringify(policy)
    const group = groups.get(key)
    if (!group) groups.set(key, { policy, record, newest: seen.at, seen: [seen] })
    else {
      group.seen.push(seen)
      // Addresses for reports may have changed in the meantime.
      if (seen.at >= group.newest) Object.assign(group, { record, newest: seen.at })
    }
  }
  const inOrder = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
  return inOrder.map((group, at) => {
    const same = inOrder.filter(({ policy }) => policy.domain === group.policy.domain)
    const number =
      same.length === 1
        ? undefined
        : inOrder.slice(0, at + 1).filter((one) => same.includes(one)).length
    const metadata = metadataOf(reporter, group.policy.domain, number)
    return {
      report: { metadata, policy: group.policy, records: recordsOf(group.seen) },
      record: group.record,
    }
  })
}

/**
 * As RFC 9990 §3.5.1 shows it. Where a domain had several policies the id is made of letters and
 * digits alone, so that it can be the file's unique id as well (§3.1.4).
 */
function metadataOf(
  reporter: Reporter,
  domain: string,
  number: number | undefined,
): ReportMetadata {
  const { host, begin, end, ...metadata } = reporter
  const reportId =
    number === undefined
      ? `${begin}-${domain}@${host}`
      : `${begin}${`${domain}x${host}`.replace(/[^a-z0-9]/gi, '')}n${number}`
  // The period ends with its last second, as in the sample (Appendix B).
  return { ...metadata, reportId, begin, end: end - 1 }
}

/** The record's tags, with the default of those that it leaves out (§3.1.1.5). */
function publishedOf(
  record: DmarcRecord,
  domain: string,
  mode: DmarcVerdict['mode'],
): PolicyPublished {
  const p = record.p ?? 'none'
  const sp = record.sp ?? p
  return {
    domain,
    discoveryMethod: mode === '9989' ? 'treewalk' : 'psl',
    p,
    sp,
    ...(mode === '9989' ? { np: record.np ?? sp } : {}),
    fo: record.fo.map(({ text }) => text).join(':') || '0',
    adkim: record.adkim === 'strict' ? 's' : 'r',
    aspf: record.aspf === 'strict' ? 's' : 'r',
    ...(mode === '9989' ? { testing: record.testing ? 'y' : 'n' } : {}),
  }
}

function recordsOf(observations: readonly Observation[]): ReportRecord[] {
  const counts = new Map<string, { record: ReportRecord; count: number }>()
  for (const seen of observations) {
    const record = recordOf(seen)
    const key = JSON.stringify(record)
    const known = counts.get(key)
    if (known) known.count++
    else counts.set(key, { record, count: 1 })
  }
  return [...counts]
    .sort(
      ([keyA, { record: a }], [keyB, { record: b }]) =>
        compare(a.headerFrom, b.headerFrom) ||
        compareIps(a.sourceIp, b.sourceIp) ||
        compare(keyA, keyB),
    )
    .map(([, { record, count }]) => ({ ...record, count }))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function recordOf(seen: Observation): ReportRecord {
  const { dmarc, spf, mailFrom, rcptTo } = seen
  const octets = parseIp(seen.ip)
  const { alignment } = dmarc
  return {
    sourceIp: octets ? formatIp(octets) : seen.ip,
    count: 1,
    disposition: dispositionOf(seen),
    dkim: alignment.dkim.some(({ aligned }) => aligned) ? 'pass' : 'fail',
    spf: alignment.spf?.aligned ? 'pass' : 'fail',
    reasons: reasonsOf(seen),
    headerFrom: askedName(dmarc.authorDomain),
    envelopeFrom: mailFrom === '' ? '' : askedName(domainOf(mailFrom)),
    ...(rcptTo === undefined ? {} : { envelopeTo: askedName(domainOf(rcptTo)) }),
    dkimResults: dkimResultsOf(seen.dkim, dmarc),
    // HELO is not reported: DMARC looks at MAIL FROM alone (§3.1.1.13).
    ...(spf.identity === 'mailfrom' && spf.domain !== ''
      ? { spfResult: { domain: inALabels(spf.domain), scope: 'mfrom', result: spf.result } }
      : {}),
  }
}

const appliedTo = ({ applied, dmarc }: Observation): Policy => applied ?? dmarc.disposition

/** `pass` where a message passes a policy that asks for something (Appendix A). */
function dispositionOf(seen: Observation): Disposition {
  const { result, policy = 'none' } = seen.dmarc
  const applied = appliedTo(seen)
  return applied === 'none' && result === 'pass' && policy !== 'none' ? 'pass' : applied
}

/** Where a failing message was not treated as published, a reason must be reported (§3.1.1.9). */
function reasonsOf(seen: Observation): readonly OverrideReason[] {
  if (seen.reasons && seen.reasons.length > 0) return seen.reasons
  const { result, policy = 'none', disposition, record, mode } = seen.dmarc
  const applied = appliedTo(seen)
  if (result === 'pass' || applied === policy) return []
  if (result === 'temperror' || result === 'permerror')
    return [{ type: 'other', comment: `DMARC could not be judged: ${result}` }]
  if (applied !== disposition) return [{ type: 'local_policy' }]
  if (mode === '9989' && record?.testing) return [{ type: 'policy_test_mode' }]
  return [{ type: 'other', comment: `not sampled: pct=${record?.pct ?? 100}` }]
}

import type { AggregateReport, ReportRecord } from '../../auth/dmarc/reports/report.ts'

/** An aggregate report (RFC 9990) as a table of what one receiver saw. */
export interface ShownReport {
  /** Who reports. */
  readonly organization: string
  readonly domain: string
  /** `p=none; t=y`: the policy that was found. */
  readonly policy: string
  /** Milliseconds since 1970: the first and the last second that it covers. */
  readonly begin: number
  readonly end: number
  /** Messages in all rows. */
  readonly messages: number
  readonly rows: readonly ReportRow[]
  /** The document itself. */
  readonly xml: string
}

/** Messages from one address that had all of this in common. */
export interface ReportRow {
  readonly ip: string
  readonly count: number
  readonly headerFrom: string
  /** Whether the check vouches for the domain in `From` (`policy_evaluated`). */
  readonly spf: 'pass' | 'fail'
  readonly dkim: 'pass' | 'fail'
  /** What the checks themselves found (`auth_results`), as words: `pass for example.org`. */
  readonly spfFound: readonly ReportFound[]
  readonly dkimFound: readonly ReportFound[]
  readonly disposition: string
  readonly reasons: readonly string[]
}

export interface ReportFound {
  readonly result: string
  readonly domain: string
}

/** @param xml The document that the report was read from. */
export function shownReport(report: AggregateReport, xml: string): ShownReport {
  const { metadata, policy, records } = report
  const tested = policy.testing === 'y' ? '; t=y' : ''
  return {
    organization: metadata.orgName,
    domain: policy.domain,
    policy: `p=${policy.p}${tested}`,
    begin: metadata.begin * 1000,
    end: metadata.end * 1000,
    messages: records.reduce((sum, { count }) => sum + count, 0),
    rows: records.map(rowOf),
    xml,
  }
}

function rowOf(record: ReportRecord): ReportRow {
  const { sourceIp: ip, count, headerFrom, spf, dkim, disposition, reasons } = record
  return {
    ...{ ip, count, headerFrom, spf, dkim, disposition },
    spfFound: record.spfResult ? [found(record.spfResult)] : [],
    dkimFound: record.dkimResults.map(found),
    reasons: reasons.map(({ type, comment }) => (comment ? `${type}: ${comment}` : type)),
  }
}

const found = ({ result, domain }: ReportFound): ReportFound => ({ result, domain })

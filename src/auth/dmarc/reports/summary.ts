import { compareIps } from './compare-ips.ts'
import type { AggregateReport, Disposition, ReportRecord } from './report.ts'

/** What one client sent in the name of one author domain. */
export interface SourceSummary {
  readonly sourceIp: string
  readonly headerFrom: string
  readonly messages: number
  /** Messages for which DKIM, SPF or at least one of them vouched, aligned. */
  readonly dkimAligned: number
  readonly spfAligned: number
  readonly aligned: number
  readonly unaligned: number
  readonly dispositions: Readonly<Record<Disposition, number>>
  /** Domains that SPF or DKIM passed for, aligned or not: who the client works for. */
  readonly vouchedFor: readonly string[]
}

export interface ReportSummary {
  readonly messages: number
  readonly aligned: number
  readonly unaligned: number
  /** Those with most unaligned messages first, then most messages, then by address. */
  readonly sources: readonly SourceSummary[]
}

/** Sums reports up by client and author domain, for views. */
export function summarizeReports(reports: readonly AggregateReport[]): ReportSummary {
  const sources = new Map<string, SourceSummary>()
  for (const record of reports.flatMap(({ records }) => records)) {
    const key = `${record.sourceIp} ${record.headerFrom}`
    sources.set(key, added(sources.get(key) ?? emptyFor(record), record))
  }
  const all = [...sources.values()].sort(
    (a, b) =>
      b.unaligned - a.unaligned ||
      b.messages - a.messages ||
      compareIps(a.sourceIp, b.sourceIp) ||
      (a.headerFrom < b.headerFrom ? -1 : 1),
  )
  const sum = (of: (one: SourceSummary) => number): number =>
    all.reduce((total, one) => total + of(one), 0)
  return {
    messages: sum(({ messages }) => messages),
    aligned: sum(({ aligned }) => aligned),
    unaligned: sum(({ unaligned }) => unaligned),
    sources: all,
  }
}

const emptyFor = ({ sourceIp, headerFrom }: ReportRecord): SourceSummary => ({
  ...{ sourceIp, headerFrom },
  ...{ messages: 0, dkimAligned: 0, spfAligned: 0, aligned: 0, unaligned: 0 },
  dispositions: { none: 0, pass: 0, quarantine: 0, reject: 0 },
  vouchedFor: [],
})

function added(sum: SourceSummary, record: ReportRecord): SourceSummary {
  const { count, dkim, spf, disposition } = record
  const isAligned = dkim === 'pass' || spf === 'pass'
  const passed = [...record.dkimResults, ...(record.spfResult ? [record.spfResult] : [])]
    .filter(({ result }) => result === 'pass')
    .map(({ domain }) => domain.toLowerCase())
  return {
    ...sum,
    messages: sum.messages + count,
    dkimAligned: sum.dkimAligned + (dkim === 'pass' ? count : 0),
    spfAligned: sum.spfAligned + (spf === 'pass' ? count : 0),
    aligned: sum.aligned + (isAligned ? count : 0),
    unaligned: sum.unaligned + (isAligned ? 0 : count),
    dispositions: { ...sum.dispositions, [disposition]: sum.dispositions[disposition] + count },
    vouchedFor: [...new Set([...sum.vouchedFor, ...passed])].sort(),
  }
}

import type { ReadReport } from '../../auth/dmarc/reports/read.ts'
import type { AggregateReport, ReportRecord } from '../../auth/dmarc/reports/report.ts'
import { evidenceOf, isAligned, type SeenRow } from './evidence.ts'
import { dayOf, withoutGaps } from './days.ts'
import { groupSources } from './group-sources.ts'
import { judgeAll, type Judged } from './likely.ts'
import { reportLimits } from './limits.ts'
import { nameOf, type OwnDomains } from './own-domains.ts'
import type { OwnZone } from './own-zone.ts'
import type { AggregateSum, Day, FoundPolicy, Reporter } from './types.ts'

/** Who sent the report, as it is shown. */
export const reporterOf = ({ metadata }: AggregateReport): string =>
  (metadata.orgName || metadata.email || '?').slice(0, 80)

/** Rows of a report that was cut off are whole up to the last one. */
export function wholeRows({ report, recordSpans, problems }: ReadReport): readonly ReportRecord[] {
  const cuts = problems.filter(({ code }) => code === 'xml/unclosed').map(({ span }) => span.from)
  if (cuts.length === 0) return report?.records ?? []
  return (report?.records ?? []).filter((_, at) => {
    const { from, to } = recordSpans[at]!
    return !cuts.some((cut) => cut >= from && cut < to)
  })
}

/** Sums reports up: each of them counts, so who calls leaves duplicates out. */
export function sumReports(
  reports: readonly AggregateReport[],
  own: OwnDomains,
  zone?: OwnZone,
): AggregateSum {
  const rows = reports.flatMap(rowsOf)
  const judged = judgeAll(evidenceOf(rows, own), own, zone)
  const policy = strictest(reports)
  const spf = zone?.spf === undefined ? {} : { spf: zone.spf }
  const sources = groupSources(judged, { policy, hasZone: zone !== undefined, ...spf })
  const sum = (of: (record: ReportRecord) => boolean): number =>
    rows.reduce((total, { record }) => total + (of(record) ? record.count : 0), 0)
  const messages = sum(() => true)
  const aligned = sum(isAligned)
  return {
    reports: reports.length,
    ...{ messages, aligned, unaligned: messages - aligned },
    failing: failingIn(judged),
    begin: least(reports.map(({ metadata }) => metadata.begin)) * 1000,
    end: -least(reports.map(({ metadata }) => -metadata.end)) * 1000,
    sources: sources.slice(0, reportLimits.sources),
    moreSources: Math.max(0, sources.length - reportLimits.sources),
    ...daysOf(judged),
    policies: policiesOf(reports),
    reporters: reportersOf(reports),
  }
}

const least = (numbers: readonly number[]): number =>
  numbers.reduce((low, one) => Math.min(low, one), Infinity)

function rowsOf(report: AggregateReport): SeenRow[] {
  const { begin, end } = report.metadata
  const day = dayOf(begin * 1000, end * 1000)
  return report.records.map((record) => ({ record, reporter: reporterOf(report), day }))
}

const STRICTNESS = ['none', 'quarantine', 'reject'] as const

const strictest = (reports: readonly AggregateReport[]): (typeof STRICTNESS)[number] =>
  STRICTNESS.findLast((one) => reports.some(({ policy }) => policy.p === one)) ?? 'none'

const NO_MAIL = { passed: 0, yours: 0, carried: 0, strangers: 0 }

function daysOf(judged: readonly Judged[]): Pick<AggregateSum, 'days' | 'moreDays'> {
  const counted = new Map<number, Omit<Day, 'at'>>()
  for (const { evidence, judgement } of judged)
    for (const { record, day } of evidence.rows) {
      const where = isAligned(record) ? 'passed' : placeOf(judgement.kind)
      const before = counted.get(day) ?? NO_MAIL
      counted.set(day, { ...before, [where]: before[where] + record.count })
    }
  return withoutGaps(counted, NO_MAIL)
}

function failingIn(judged: readonly Judged[]): AggregateSum['failing'] {
  const failing = { ...NO_MAIL }
  for (const { evidence, judgement } of judged)
    failing[placeOf(judgement.kind)] += evidence.messages - evidence.aligned
  const { yours, carried, strangers } = failing
  return { yours, carried, strangers }
}

const placeOf = (kind: Judged['judgement']['kind']): keyof typeof NO_MAIL =>
  kind === 'stranger' ? 'strangers' : kind === 'forwarder' || kind === 'list' ? 'carried' : 'yours'

/** Policies, and what is wrong with their records, that are listed. */
const SHOWN_POLICIES = 20

function policiesOf(reports: readonly AggregateReport[]): FoundPolicy[] {
  const found = new Map<string, FoundPolicy>()
  for (const report of reports) {
    const { policy, metadata } = report
    const domain = nameOf(policy.domain)
    const text = policyText(report)
    const key = `${domain} ${text}`
    const before = found.get(key)
    const errors = metadata.error === undefined ? [] : [metadata.error.trim().slice(0, 300)]
    found.set(key, {
      ...{ domain, text },
      reporters: distinct([...(before?.reporters ?? []), reporterOf(report)]),
      begin: Math.min(before?.begin ?? Infinity, metadata.begin * 1000),
      end: Math.max(before?.end ?? -Infinity, metadata.end * 1000),
      errors: distinct([...(before?.errors ?? []), ...errors]),
    })
  }
  return [...found.values()]
    .sort((a, b) => (a.domain < b.domain ? -1 : a.domain > b.domain ? 1 : b.end - a.end))
    .slice(0, SHOWN_POLICIES)
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].slice(0, 12)

/** As a record would have it; what has its default is left out. */
function policyText({ policy }: AggregateReport): string {
  const { p, sp, np, adkim, aspf, testing, pct } = policy
  return [
    `p=${p}`,
    ...(sp !== undefined && sp !== p ? [`sp=${sp}`] : []),
    ...(np !== undefined && np !== (sp ?? p) ? [`np=${np}`] : []),
    ...(adkim === 's' ? ['adkim=s'] : []),
    ...(aspf === 's' ? ['aspf=s'] : []),
    ...(testing === 'y' ? ['t=y'] : []),
    ...(pct !== undefined && pct !== 100 ? [`pct=${pct}`] : []),
  ].join('; ')
}

function reportersOf(reports: readonly AggregateReport[]): Reporter[] {
  const found = new Map<string, Reporter>()
  for (const report of reports) {
    const name = reporterOf(report)
    const before = found.get(name)
    const messages = report.records.reduce((total, { count }) => total + count, 0)
    found.set(name, {
      name,
      reports: (before?.reports ?? 0) + 1,
      messages: (before?.messages ?? 0) + messages,
    })
  }
  return [...found.values()].sort((a, b) => b.messages - a.messages || (a.name < b.name ? -1 : 1))
}

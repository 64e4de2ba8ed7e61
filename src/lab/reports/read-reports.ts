import type { AggregateReport } from '../../auth/dmarc/reports/report.ts'
import type { TlsReport } from '../../auth/tls-rpt/report.ts'
import { reporterOf, sumReports, wholeRows } from './aggregate.ts'
import { add, type Counts } from './evidence.ts'
import { failureRow } from './failures.ts'
import { inMessages, jsonProblems, noProblems, periodOf, xmlProblems } from './file-rows.ts'
import { inMebibytes, reportLimits } from './limits.ts'
import { openFile } from './open-file.ts'
import { fullRoom, unread, type Opened, type Room } from './opened.ts'
import { nameOf, OwnDomains } from './own-domains.ts'
import { readOwnZone, type OwnZone } from './own-zone.ts'
import { sumTlsReports } from './tls.ts'
import type { FailureRow, FileRow, GivenFile, ReportsRead } from './types.ts'

export interface ReportsAsked {
  readonly files: readonly GivenFile[]
  /** Domains of the learner; where there are none, those that the reports are about. */
  readonly own?: readonly string[]
  /** A zone file, or one SPF record; empty for none. */
  readonly zone?: string
}

/** What is collected on the way through the files. */
interface Collected {
  readonly rows: FileRow[]
  /** Each with its place among the rows. */
  readonly reports: { readonly report: AggregateReport; readonly row: number }[]
  readonly tls: TlsReport[]
  readonly failures: FailureRow[]
  /** Ids of reports that came, and their rows as a text. */
  readonly seen: Map<string, string>
  /** Rows of reports so far. */
  counted: number
}

/**
 * Reads files of reports and sums them up: who sends in a domain’s name, what each likely is, and what
 * to do next. Never throws; a file that cannot be read has a row that says why.
 */
export function readReports({ files, own = [], zone = '' }: ReportsAsked): ReportsRead {
  const collected = collect(files)
  const policyDomains = domainsOf(collected.reports.map(({ report }) => report))
  const names = own.map(nameOf).filter((name) => name !== '')
  const mine = new OwnDomains(names.length > 0 ? names : policyDomains)
  const chosen = collected.reports.filter(({ report, row }) => {
    const isMine = mine.has(report.policy.domain) || report.policy.domain === ''
    if (!isMine) collected.rows[row] = leftOut(collected.rows[row]!)
    return isMine
  })
  const ownZone = zone.trim() === '' ? undefined : readOwnZone(zone, mine)
  return {
    files: collected.rows,
    ...{ policyDomains, own: mine.names },
    ...(ownZone && { zone: aboutZone(ownZone, zone.length) }),
    ...(chosen.length > 0 && {
      aggregate: sumReports(
        chosen.map(({ report }) => report),
        mine,
        ownZone,
      ),
    }),
    ...(collected.tls.length > 0 && { tls: sumTlsReports(collected.tls) }),
    failures: collected.failures.slice(0, reportLimits.sources),
  }
}

function collect(files: readonly GivenFile[]): Collected {
  const collected: Collected = {
    ...{ rows: [], reports: [], tls: [], failures: [] },
    ...{ seen: new Map(), counted: 0 },
  }
  const room = fullRoom()
  let octets = 0
  for (const [at, file] of files.entries()) {
    // What is too large by itself takes no room from the others.
    if (file.bytes.length <= reportLimits.file) octets += file.bytes.length
    for (const opened of openWithin(file, at, octets, room)) take(opened, collected)
  }
  return collected
}

function openWithin(file: GivenFile, at: number, octets: number, room: Room): Opened[] {
  if (at >= reportLimits.files)
    return [unread(file.name, `It was not read: ${reportLimits.files} files are read at once.`)]
  if (octets > reportLimits.all)
    return [
      unread(
        file.name,
        `It was not read: all files together may have ${inMebibytes(reportLimits.all)}.`,
      ),
    ]
  return openFile(file, room)
}

function take(opened: Opened, collected: Collected): void {
  const { name } = opened
  if (opened.kind === 'aggregate') takeAggregate(opened, collected)
  else if (opened.kind === 'tls') takeTls(opened, collected)
  else if (opened.kind === 'failure') {
    collected.failures.push(failureRow(opened.read.report!, opened.subject))
    const text = 'A failure report about single messages; it is listed by itself.'
    const source = { rfc: 9991, section: '4' } as const
    collected.rows.push({ ...{ name, state: 'failure', text, source }, ...noProblems })
  } else {
    const { why: text, source } = opened
    collected.rows.push({ name, state: 'unread', text, ...(source && { source }), ...noProblems })
  }
}

function takeAggregate({ name, read }: Opened & { kind: 'aggregate' }, collected: Collected): void {
  const records = wholeRows(read)
  const report = { ...read.report!, records }
  const problems = xmlProblems(read)
  const lost = read.report!.records.length - records.length
  const text = aboutReport(report, lost)
  const twice = seenBefore(collected, keyOf(report), JSON.stringify(records))
  if (twice !== undefined) {
    const source = { rfc: 9990, section: '3.5.4' } as const
    collected.rows.push({ name, state: 'duplicate', text: `${twice} ${text}`, source, ...problems })
    return
  }
  if (collected.counted + records.length > reportLimits.rows) {
    const why = `It is not counted: ${reportLimits.rows} rows are summed at once.`
    collected.rows.push({ name, state: 'omitted', text: why, ...problems })
    return
  }
  collected.counted += records.length
  collected.reports.push({ report, row: collected.rows.length })
  collected.rows.push({ name, state: 'aggregate', text, ...problems })
}

function takeTls({ name, reading }: Opened & { kind: 'tls' }, collected: Collected): void {
  const report = reading.report!
  const { organization = '?', id, start = 0, end = 0, policies } = report
  const domains = [...new Set(policies.map(({ domain }) => domain))].slice(0, 5).join(', ')
  const text = `${organization.slice(0, 80)} about TLS to ${domains.slice(0, 300)}, ${periodOf(start, end)}.`
  const key = `tls ${organization} ${id ?? JSON.stringify(report)}`
  const twice = seenBefore(collected, key, JSON.stringify(policies))
  const problems = jsonProblems(reading)
  if (twice === undefined) collected.tls.push(report)
  const state = twice === undefined ? 'tls' : 'duplicate'
  collected.rows.push({ name, state, text: `${twice ?? ''} ${text}`.trim(), ...problems })
}

/** RFC 9990 §3.5.1: an id is unique among the reports to a domain. */
const keyOf = ({ metadata, policy, records }: AggregateReport): string =>
  metadata.reportId === ''
    ? JSON.stringify([metadata, policy, records])
    : JSON.stringify([nameOf(policy.domain), metadata.orgName, metadata.reportId])

/** @returns A sentence where a report of the id came before. */
function seenBefore({ seen }: Collected, key: string, content: string): string | undefined {
  const before = seen.get(key)
  if (before === undefined) return void seen.set(key, content)
  return before === content
    ? 'This report came already; it counts once.'
    : 'A report with this id came already, with other numbers; the first counts.'
}

function aboutReport(report: AggregateReport, lost: number): string {
  const { metadata, policy, records } = report
  const messages = records.reduce((total, { count }) => total + count, 0)
  const period = periodOf(metadata.begin * 1000, metadata.end * 1000)
  const cutOff = lost > 0 ? ' It was cut off: its last row is not counted.' : ''
  return `${reporterOf(report)} about ${nameOf(policy.domain) || '?'}, ${period}: ${inMessages(messages)} in ${records.length === 1 ? 'one row' : `${records.length} rows`}.${cutOff}`
}

const leftOut = (row: FileRow): FileRow => ({
  ...row,
  state: 'omitted',
  text: `Not counted, since the domain is not among yours: ${row.text}`,
})

function domainsOf(reports: readonly AggregateReport[]): string[] {
  const counts: Counts = new Map()
  for (const { policy, records } of reports)
    if (policy.domain !== '')
      add(
        counts,
        nameOf(policy.domain),
        records.reduce((total, { count }) => total + count, 0),
      )
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([name]) => name)
}

function aboutZone({ hasSpf, origin, unknownTerms }: OwnZone, length: number): string {
  const cut =
    length > reportLimits.zone
      ? ` Only its first ${reportLimits.zone.toLocaleString('en')} characters are read.`
      : ''
  if (!hasSpf) return `No SPF record is in this zone, which was read as \`${origin}\`.${cut}`
  const unknown = unknownTerms
    .slice(0, 6)
    .map((term) => `\`${term}\``)
    .join(', ')
  return unknownTerms.length === 0
    ? `Addresses are compared with the SPF record of \`${origin}\`.${cut}`
    : `Addresses are compared with the SPF record of \`${origin}\`, but not with ${unknown}: those zones are not here. Paste them below yours, each with its \`$ORIGIN\`.${cut}`
}

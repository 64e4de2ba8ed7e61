import * as v from 'valibot'
import {
  OVERRIDES,
  type AggregateReport,
  type ReportRecord,
} from '../../auth/dmarc/reports/report.ts'
import { aggregateReportsIn, isReporter } from '../aggregate-reports.ts'
import { amountEntries, isAmount, wantedAmount } from '../amount.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { isMoment, momentOf } from '../moment.ts'
import { code } from '../wording.ts'

const result = v.picklist(['pass', 'fail'])

const entries = {
  /** The mailbox that it came to. */
  mailbox: v.string(),
  /** A part of the name or address of who reports; in any case. */
  reporter: v.exactOptional(v.string()),
  /** The domain whose policy it is about. */
  domain: v.exactOptional(v.string()),
  /** The policy that the reporter found. */
  p: v.exactOptional(v.picklist(['none', 'quarantine', 'reject'])),
  /** It reports a time that begins then or later: `2026-05-04T00:00:00Z`, or since the start `+1 d`. */
  after: v.exactOptional(
    v.pipe(v.string(), v.check(isMoment, 'Write a time, `2026-05-04T09:15:00Z`, or `+1 d`.')),
  ),
  /** A row of it is about messages from this address. */
  ip: v.exactOptional(v.string()),
  /** That row: how many messages it counts. */
  messages: v.exactOptional(v.number()),
  /** That row: DKIM vouches for the domain in `From`, or does not. */
  dkim: v.exactOptional(result),
  /** That row: the same of SPF. */
  spf: v.exactOptional(result),
  /** That row: DMARC passes, by either of them, or fails. */
  dmarc: v.exactOptional(result),
  /** That row: what was done with the messages; `pass` where they pass a policy that asks for something. */
  disposition: v.exactOptional(v.picklist(['none', 'pass', 'quarantine', 'reject'])),
  /** That row: why the policy was not applied. */
  override: v.exactOptional(v.picklist(OVERRIDES)),
  ...amountEntries,
}

type Wanted = ParamsOf<typeof entries>

/**
 * @example
 * { kind: aggregate, mailbox: dmarc@example.org, reporter: Bigmail, ip: 192.0.2.25, dmarc: pass }
 */
export const aggregate = defineCondition({
  kind: 'aggregate',
  about: 'An aggregate report about DMARC lies in a mailbox, with a row as it is named.',
  entries: () => entries,
  check(wanted, { world }) {
    const reports = aggregateReportsIn(world.mailboxes, wanted.mailbox)
    const start = Date.parse(world.spec.now)
    const fitting = reports.filter((one) => isAbout(wanted, one, start) && hasRow(wanted, one))
    if (isAmount(fitting.length, wanted)) return met
    const place = `the mailbox of ${code(wanted.mailbox)}`
    if (!reports.length) return notYet(`No aggregate report is in ${place} yet.`)
    return notYet(lackOf(wanted, reports, fitting.length, start))
  },
})

/** What the reports that came lack, in a sentence. */
function lackOf(
  wanted: Wanted,
  reports: readonly AggregateReport[],
  fitting: number,
  start: number,
): string {
  const names = namesOf(wanted)
  if (fitting)
    return `${countOf(fitting, names)} ${fitting === 1 ? 'is' : 'are'} there, and ${wantedAmount(wanted)} should be.`
  const about = reports.filter((one) => isAbout(wanted, one, start))
  if (!about.length) return `No report${names} is there yet.`
  const { ip } = wanted
  if (ip === undefined) return `No report${names} has such a row yet.`
  const row = about.flatMap(({ records }) => records).findLast(({ sourceIp }) => sourceIp === ip)
  if (!row) return `No report${names} has a row for ${code(ip)} yet.`
  const found = `DKIM ${code(row.dkim)}, SPF ${code(row.spf)}, disposition ${code(row.disposition)}`
  return `The newest row for ${code(ip)} says: ${found}.`
}

const countOf = (count: number, names: string): string =>
  count === 1 ? `One report${names}` : `${count} reports${names}`

const namesOf = ({ reporter, domain, p, after }: Wanted): string =>
  [
    ...(reporter === undefined ? [] : [` of ${reporter}`]),
    ...(domain === undefined ? [] : [` about ${code(domain)}`]),
    ...(p === undefined ? [] : [` that found ${code(`p=${p}`)}`]),
    ...(after === undefined ? [] : [' of that time']),
  ].join('')

function isAbout(
  { reporter, domain, p, after }: Wanted,
  report: AggregateReport,
  start: number,
): boolean {
  const { policy, metadata } = report
  return (
    (reporter === undefined || isReporter(report, reporter)) &&
    (domain === undefined || policy.domain.toLowerCase() === domain.toLowerCase()) &&
    (p === undefined || policy.p === p) &&
    (after === undefined || metadata.begin * 1000 >= momentOf(after, start)!)
  )
}

const factKeys = ['ip', 'messages', 'dkim', 'spf', 'dmarc', 'disposition'] as const
const rowKeys = [...factKeys, 'override'] as const

const hasRow = (wanted: Wanted, { records }: AggregateReport): boolean =>
  rowKeys.every((key) => wanted[key] === undefined) || records.some((row) => isRow(wanted, row))

function isRow(wanted: Wanted, row: ReportRecord): boolean {
  const { sourceIp: ip, count: messages, dkim, spf, disposition, reasons } = row
  const facts = { ip, messages, dkim, spf, disposition, dmarc: dmarcOf(row) }
  return (
    factKeys.every((key) => wanted[key] === undefined || wanted[key] === facts[key]) &&
    (wanted.override === undefined || reasons.some(({ type }) => type === wanted.override))
  )
}

/** One aligned pass is enough (RFC 9989 §4.1). */
const dmarcOf = ({ dkim, spf }: ReportRecord): 'pass' | 'fail' =>
  dkim === 'pass' || spf === 'pass' ? 'pass' : 'fail'

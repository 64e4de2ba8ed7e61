import type { AggregateReport, ReportRecord } from '../../../auth/dmarc/reports/report.ts'
import type { Mailbox } from '../../../world/mailboxes.ts'
import { aggregateReportsIn, isReporter } from '../../aggregate-reports.ts'
import type { Row, Source } from '../card.ts'

type Wanted = Omit<Extract<Source, { kind: 'aggregate' }>, 'kind'>

/**
 * The newest aggregate report about DMARC in a mailbox: a row for who reports, the time and the policy,
 * then one for each record, called by its address.
 * @param wanted.ip Of this record alone: a row for each of its elements, called by the element; those of
 * `auth_results` by the check as well: `auth dkim`.
 */
export function aggregateRows(mailboxes: readonly Mailbox[], wanted: Wanted): readonly Row[] {
  const { mailbox, reporter, domain, ip } = wanted
  const about = ip ?? wanted.with
  const report = aggregateReportsIn(mailboxes, mailbox).findLast(
    (one) =>
      (reporter === undefined || isReporter(one, reporter)) &&
      (domain === undefined || one.policy.domain.toLowerCase() === domain.toLowerCase()) &&
      (about === undefined || one.records.some(({ sourceIp }) => sourceIp === about)),
  )
  if (!report) return []
  if (ip === undefined) return [...headRows(report), ...report.records.map(recordRow)]
  const record = report.records.find(({ sourceIp }) => sourceIp === ip)
  return record ? elementRows(record) : []
}

const row = (name: string, text: string, at = 0): Row => ({ key: `${name} ${at}`, name, text })

function headRows({ metadata, policy }: AggregateReport): Row[] {
  const { orgName, email, begin, end } = metadata
  const tags = (['p', 'sp', 'np', 'adkim', 'aspf'] as const).flatMap((tag) =>
    policy[tag] === undefined ? [] : `${tag}=${policy[tag]}`,
  )
  return [
    row('org_name', `org_name: ${orgName} (${email})`),
    row('date_range', `date_range: ${dayAndTime(begin)} to ${dayAndTime(end)} (UTC)`),
    row('policy_published', `policy_published: ${policy.domain}, ${tags.join(' ')}`),
  ]
}

/** @param seconds Since 1970. */
const dayAndTime = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')

function recordRow(record: ReportRecord, at: number): Row {
  const { sourceIp, count, dkim, spf, disposition, reasons } = record
  const overridden = reasons.length ? ` (${reasons.map(({ type }) => type).join(', ')})` : ''
  const text = `${sourceIp}: ${count}×, dkim ${dkim}, spf ${spf}, disposition ${disposition}${overridden}`
  return row(sourceIp, text, at)
}

const elementRows = (record: ReportRecord): Row[] => [
  row('source_ip', `source_ip: ${record.sourceIp}`),
  row('count', `count: ${record.count}`),
  row('disposition', `policy_evaluated: disposition ${record.disposition}`),
  row('dkim', `policy_evaluated: dkim ${record.dkim}`),
  row('spf', `policy_evaluated: spf ${record.spf}`),
  ...record.reasons.map(({ type, comment }, at) =>
    row('reason', `policy_evaluated: reason ${type}${comment ? `, ${comment}` : ''}`, at),
  ),
  ...(record.envelopeFrom === undefined
    ? []
    : [row('envelope_from', `identifiers: envelope_from ${record.envelopeFrom || '(empty)'}`)]),
  row('header_from', `identifiers: header_from ${record.headerFrom}`),
  ...record.dkimResults.map(({ domain, selector, result }, at) =>
    row(
      'auth dkim',
      `auth_results: dkim ${result}, ${domain}${selector ? `, ${selector}` : ''}`,
      at,
    ),
  ),
  ...(record.spfResult
    ? [row('auth spf', `auth_results: spf ${record.spfResult.result}, ${record.spfResult.domain}`)]
    : []),
]

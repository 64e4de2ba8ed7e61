import { parseIp } from '../../core/ip.ts'
import { readJsonObject, type JsonFields } from './json-fields.ts'
import {
  RESULT_TYPES,
  type ReportProblem,
  type ReportReading,
  type TlsFailure,
  type TlsReport,
  type TlsReportPolicy,
} from './report.ts'

/** Reads an unpacked report (RFC 8460 §4.4). Never throws: omits and reports unreadable fields. */
export function parseTlsReport(text: string): ReportReading {
  const problems: ReportProblem[] = []
  const root = readJsonObject(text, problems)
  return root ? { report: readReport(root), problems } : { problems }
}

function readReport(fields: JsonFields): TlsReport {
  const range = fields.object('date-range')
  const policies = fields.objects('policies').map(readPolicy)
  if (!policies.length) fields.note('policies', 'The report names no policy.')
  return {
    ...given('organization', fields.text('organization-name')),
    ...given('contact', fields.text('contact-info')),
    ...given('id', fields.text('report-id')),
    ...given('start', range && readTime(range, 'start-datetime')),
    ...given('end', range && readTime(range, 'end-datetime')),
    policies,
  }
}

const given = <Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [key in Name]?: Value } =>
  value === undefined ? {} : ({ [name]: value } as { readonly [key in Name]: Value })

/** RFC 3339 §5.6. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/i

function readTime(fields: JsonFields, name: string): number | undefined {
  const text = fields.text(name)
  if (text === undefined) return undefined
  const time = TIME.test(text) ? Date.parse(text) : NaN
  if (!Number.isNaN(time)) return time
  fields.note(name, 'This should be a date and time, as in `2026-05-12T00:00:00Z`.')
  return undefined
}

const TYPES: readonly string[] = ['tlsa', 'sts', 'no-policy-found']

function readPolicy(fields: JsonFields): TlsReportPolicy {
  const policy = fields.object('policy')
  const summary = fields.object('summary')
  const type = policy?.text('policy-type')
  if (type !== undefined && !TYPES.includes(type))
    policy!.note('policy-type', 'A policy is `tlsa`, `sts` or `no-policy-found`.')
  const read = {
    type: (TYPES.includes(type ?? '') ? type : 'unknown') as TlsReportPolicy['type'],
    domain: policy?.text('policy-domain') ?? '',
    lines: policy?.texts('policy-string') ?? [],
    hosts: policy?.texts('mx-host') ?? [],
    successes: summary?.count('total-successful-session-count') ?? 0,
    failures: summary?.count('total-failure-session-count') ?? 0,
    details: fields.objects('failure-details').map(readFailure),
  }
  if (read.details.length && !read.failures)
    summary?.note(
      'total-failure-session-count',
      'Failures are listed below, and this count is zero.',
    )
  return read
}

function readFailure(fields: JsonFields): TlsFailure {
  const type = fields.text('result-type') ?? 'validation-failure'
  if (!Object.hasOwn(RESULT_TYPES, type))
    fields.note('result-type', `\`${type.slice(0, 40)}\` is no result that RFC 8460 knows.`)
  return {
    type,
    sessions: fields.count('failed-session-count'),
    ...given('sendingIp', readAddress(fields, 'sending-mta-ip')),
    ...given('receivingHost', fields.optional('receiving-mx-hostname')),
    ...given('receivingHelo', fields.optional('receiving-mx-helo')),
    ...given('receivingIp', readAddress(fields, 'receiving-ip')),
    ...given('information', fields.optional('additional-information')),
    ...given('reason', fields.optional('failure-reason-code')),
  }
}

function readAddress(fields: JsonFields, name: string): string | undefined {
  const text = fields.optional(name)
  if (text !== undefined && !parseIp(text)) fields.note(name, 'This should be an IP address.')
  return text
}

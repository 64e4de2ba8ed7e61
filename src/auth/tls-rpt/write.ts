import { utf8 } from '../../core/bytes.ts'
import { gzip } from '../../core/gzip.ts'
import { formatDate } from '../../message/date.ts'
import { composeMime } from '../../message/mime/compose/compose.ts'
import type { TlsFailure, TlsReport, TlsReportPolicy } from './report.ts'

/** Writes a report about TLS as JSON (RFC 8460 §4.4). The same report gives the same text. */
export const writeTlsReport = (report: TlsReport): string =>
  JSON.stringify({
    'organization-name': report.organization,
    'date-range': {
      'start-datetime': timeOf(report.start),
      'end-datetime': timeOf(report.end),
    },
    'contact-info': report.contact,
    'report-id': report.id,
    policies: report.policies.map(policyOf),
  })

const timeOf = (time: number | undefined): string | undefined =>
  time === undefined ? undefined : new Date(time).toISOString().replace('.000Z', 'Z')

const policyOf = (policy: TlsReportPolicy) => ({
  policy: {
    'policy-type': policy.type,
    'policy-string': policy.lines,
    'policy-domain': policy.domain,
    'mx-host': policy.hosts,
  },
  summary: {
    'total-successful-session-count': policy.successes,
    'total-failure-session-count': policy.failures,
  },
  'failure-details': policy.details.map(failureOf),
})

const failureOf = (failure: TlsFailure) => ({
  'result-type': failure.type,
  'sending-mta-ip': failure.sendingIp,
  'receiving-mx-hostname': failure.receivingHost,
  'receiving-mx-helo': failure.receivingHelo,
  'receiving-ip': failure.receivingIp,
  'failed-session-count': failure.sessions,
  'additional-information': failure.information,
  'failure-reason-code': failure.reason,
})

export interface TlsReportMail {
  readonly report: TlsReport
  /** The recipients’ domain that it is about. */
  readonly domain: string
  /** The sender’s own domain, which signs the mail. */
  readonly submitter: string
  readonly from: string
  readonly to: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The mail that carries a report about TLS: a sentence for people, and the report packed. */
export function composeTlsReportMail(mail: TlsReportMail): Uint8Array {
  const { report, domain, submitter, from, to, at } = mail
  const { id = '', start = 0, end = 0 } = report
  const seconds = [start, end].map((time) => Math.floor(time / 1000)).join('!')
  return composeMime({
    headers: [
      ['From', from],
      ['To', to],
      ['Subject', `Report Domain: ${domain} Submitter: ${submitter} Report-ID: <${id}>`],
      ['Date', formatDate(at)],
      ['Message-ID', `<${id}>`],
      ['TLS-Report-Domain', domain],
      ['TLS-Report-Submitter', submitter],
      // RFC 3834 §5: no machine shall answer this.
      ['Auto-Submitted', 'auto-generated'],
    ],
    content: {
      type: 'multipart/report',
      parameters: { 'report-type': 'tlsrpt' },
      content: [
        {
          type: 'text/plain',
          content: `This is a report about TLS to the mail hosts of ${domain} from ${submitter}.\n`,
        },
        {
          type: 'application/tlsrpt+gzip',
          content: gzip(utf8(writeTlsReport(report))),
          filename: `${submitter}!${domain}!${seconds}.json.gz`,
        },
      ],
    },
  })
}

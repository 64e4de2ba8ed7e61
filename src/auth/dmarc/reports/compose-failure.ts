import { encodeBase64 } from '../../../core/base64.ts'
import { latin1 } from '../../../core/bytes.ts'
import { formatDate } from '../../../message/date.ts'
import { composeReport, type Returned } from '../../../message/report/compose-report.ts'
import type { FailureReport } from './failure.ts'

export interface FailureMail {
  readonly report: FailureReport
  readonly from: string
  readonly to: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** With its angle brackets. */
  readonly messageId: string
  /** Names the domain by default. */
  readonly subject?: string
  /** The message that failed. */
  readonly original: Uint8Array
  /** `headers` by default: a body holds private content (RFC 9991 §7.1). */
  readonly returned?: Exclude<Returned, 'nothing'>
}

/** Writes a failure report (RFC 9991 §4; its Appendix A shows one). */
export function composeFailureReport(mail: FailureMail): Uint8Array {
  const { report, from, to, at, messageId, original, returned = 'headers' } = mail
  const domain = report.reportedDomain[0] ?? 'your domain'
  return composeReport({
    headers: [
      ['From', from],
      ['To', to],
      ['Subject', mail.subject ?? `DMARC failure report for ${domain}`],
      ['Date', formatDate(at)],
      ['Message-ID', messageId],
      ['Auto-Submitted', 'auto-generated'],
    ],
    reportType: 'feedback-report',
    explanation: explain(report, domain),
    groups: [fieldsOf(report)],
    ...{ original, returned },
  })
}

function explain(
  { sourceIp, arrivalDate, identityAlignment }: FailureReport,
  domain: string,
): string {
  const failed = (identityAlignment ?? []).map((name) => name.toUpperCase()).join(' and ')
  return [
    `This is a DMARC failure report about a message in the name of ${domain}`,
    `${sourceIp === undefined ? '' : `from ${sourceIp}`}${arrivalDate === undefined ? '' : ` on ${arrivalDate}`}.`,
    ...(failed === '' ? [] : [`${failed} did not vouch for the domain.`]),
    '',
  ].join('\n')
}

function fieldsOf(report: FailureReport): [name: string, value: string][] {
  const all: [string, string | number | undefined | readonly string[]][] = [
    ['Feedback-Type', report.feedbackType],
    ['Version', report.version],
    ['User-Agent', report.userAgent],
    ['Auth-Failure', report.authFailure],
    ['Authentication-Results', report.authenticationResults],
    [
      'Identity-Alignment',
      report.identityAlignment && (report.identityAlignment.join(', ') || 'none'),
    ],
    ['Delivery-Result', report.deliveryResult],
    ['DKIM-Domain', report.dkimDomain],
    ['DKIM-Identity', report.dkimIdentity],
    ['DKIM-Selector', report.dkimSelector],
    ['DKIM-Selector-DNS', report.dkimSelectorDns],
    ['DKIM-Canonicalized-Header', base64(report.dkimCanonicalizedHeader)],
    ['DKIM-Canonicalized-Body', base64(report.dkimCanonicalizedBody)],
    ['SPF-DNS', report.spfDns],
    ['Original-Envelope-Id', report.originalEnvelopeId],
    ['Original-Mail-From', report.originalMailFrom],
    ['Original-Rcpt-To', report.originalRcptTo],
    ['Arrival-Date', report.arrivalDate],
    ['Reporting-MTA', report.reportingMta],
    ['Source-IP', report.sourceIp],
    ['Source-Port', report.sourcePort],
    ['Incidents', report.incidents],
    ['Reported-Domain', report.reportedDomain],
    ['Reported-URI', report.reportedUri],
  ]
  return all.flatMap(([name, value]): [string, string][] => {
    if (value === undefined) return []
    if (typeof value === 'object') return value.map((one) => [name, one])
    return [[name, String(value)]]
  })
}

/** In pieces, so that the field can be folded. */
const base64 = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : encodeBase64(latin1(text)).replace(/(.{72})(?=.)/g, '$1 ')

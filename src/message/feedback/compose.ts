import { formatDate } from '../date.ts'
import { composeReport, type Returned } from '../report/compose-report.ts'

/** A complaint about a message, for the host that sent it (RFC 5965). */
export interface FeedbackDraft {
  readonly type: 'abuse' | 'not-spam' | 'other'
  /** The host that reports. */
  readonly reportingMta: string
  readonly from: string
  readonly to: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** With its angle brackets. */
  readonly messageId: string
  readonly arrivedAt: number
  readonly sourceIp: string
  /** Empty for the null reverse-path. */
  readonly originalMailFrom: string
  readonly originalRcptTo: string
  /** The domain that is complained about. */
  readonly reportedDomain?: string
  /** Value of the field. */
  readonly authenticationResults?: string
  readonly original: Uint8Array
  /** `full` by default. */
  readonly returned?: Returned
}

/** Writes a feedback report: for people, for programs, and the message (RFC 5965 §2). */
export function composeFeedback(draft: FeedbackDraft): Uint8Array {
  const { reportingMta, from, to, at, messageId, original, returned = 'full' } = draft
  return composeReport({
    headers: [
      ['From', from],
      ['To', to],
      ['Subject', 'Complaint about a message from your network'],
      ['Date', formatDate(at)],
      ['Message-ID', messageId],
      ['Auto-Submitted', 'auto-generated'],
    ],
    reportType: 'feedback-report',
    explanation: [
      `Somebody at ${reportingMta} calls a message spam that came`,
      `from ${draft.sourceIp} on ${formatDate(draft.arrivedAt)}.`,
      '',
    ].join('\n'),
    groups: [fieldsOf(draft)],
    ...{ original, returned },
  })
}

/** RFC 5965 §3.1, §3.2 */
const fieldsOf = (draft: FeedbackDraft): [name: string, value: string][] => [
  ['Feedback-Type', draft.type],
  ['User-Agent', 'HELO-World/1'],
  ['Version', '1'],
  ['Original-Mail-From', `<${draft.originalMailFrom}>`],
  ['Original-Rcpt-To', `<${draft.originalRcptTo}>`],
  ['Arrival-Date', formatDate(draft.arrivedAt)],
  ['Reporting-MTA', `dns; ${draft.reportingMta}`],
  ['Source-IP', draft.sourceIp],
  ...(draft.authenticationResults === undefined
    ? []
    : [['Authentication-Results', draft.authenticationResults] as [string, string]]),
  ...(draft.reportedDomain === undefined
    ? []
    : [['Reported-Domain', draft.reportedDomain] as [string, string]]),
]

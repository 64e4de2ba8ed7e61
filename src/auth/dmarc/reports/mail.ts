import { utf8 } from '../../../core/bytes.ts'
import { gzip } from '../../../core/gzip.ts'
import { formatDate } from '../../../message/date.ts'
import { composeMime } from '../../../message/mime/compose/compose.ts'
import { fileNameOf, writeReportSubject } from './file-name.ts'
import type { AggregateReport } from './report.ts'
import { writeAggregateReport } from './write.ts'

export interface ReportMail {
  readonly report: AggregateReport
  /** The receiver's own domain, which signs and vouches for the mail. */
  readonly submitter: string
  readonly from: string
  /** Of the URI that asked for it. */
  readonly to: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** With its angle brackets; made from the report's id by default (RFC 9990 §3.5.2). */
  readonly messageId?: string
}

/**
 * The mail that carries an aggregate report (RFC 9990 §3.5.2): a sentence for people and the report
 * as `application/gzip`, named as that section wants it. It must be signed before it goes.
 */
export function composeReportMail(mail: ReportMail): Uint8Array {
  const { report, submitter, from, to, at } = mail
  const { metadata, policy } = report
  const { reportId } = metadata
  const id = reportId.includes('@') ? reportId : `${reportId}@${submitter}`
  const filename = fileNameOf(metadata, submitter, policy.domain, 'xml.gz')
  return composeMime({
    headers: [
      ['From', from],
      ['To', to],
      ['Subject', writeReportSubject({ policyDomain: policy.domain, submitter, reportId })],
      ['Date', formatDate(at)],
      ['Message-ID', mail.messageId ?? `<${id}>`],
      // RFC 3834 §5: no machine shall answer this.
      ['Auto-Submitted', 'auto-generated'],
    ],
    content: {
      type: 'multipart/mixed',
      content: [
        { type: 'text/plain', content: sentenceOf(report, submitter) },
        {
          type: 'application/gzip',
          content: gzip(utf8(writeAggregateReport(report))),
          filename,
        },
      ],
    },
  })
}

function sentenceOf({ metadata, policy, records }: AggregateReport, submitter: string): string {
  const count = records.reduce((sum, record) => sum + record.count, 0)
  const messages = count === 1 ? 'one message' : `${count} messages`
  return [
    `This is a DMARC aggregate report about ${policy.domain} from ${submitter}.`,
    `It covers ${messages} from ${formatDate(metadata.begin * 1000)} to ${formatDate(metadata.end * 1000)}.`,
    '',
  ].join('\n')
}

import type { FailureReport } from '../../auth/dmarc/reports/failure.ts'
import type { FailureRow } from './types.ts'

const cut = (text: string | undefined): string => (text ?? '').trim().slice(0, 200)

/** A failure report (RFC 9991) as a row. */
export const failureRow = (report: FailureReport, subject: string): FailureRow => ({
  kind: cut(report.feedbackType),
  what: cut(
    report.identityAlignment === undefined
      ? report.authFailure
      : `${report.authFailure ?? ''} (${report.identityAlignment.join(', ') || 'none'})`,
  ),
  domain: cut(report.reportedDomain[0] ?? report.dkimDomain),
  ip: cut(report.sourceIp),
  when: cut(report.arrivalDate),
  from: cut(report.originalMailFrom),
  done: cut(report.deliveryResult),
  incidents: report.incidents ?? 1,
  subject: cut(subject),
})

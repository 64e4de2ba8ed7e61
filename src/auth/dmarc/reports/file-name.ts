import type { ReportMetadata } from './report.ts'

/** What the name of a report's file states (RFC 9990 §3.5.2). */
export interface ReportFileName {
  readonly receiver: string
  readonly policyDomain: string
  /** Seconds since 1970. */
  readonly begin: number
  readonly end: number
  readonly uniqueId?: string
  readonly extension: 'xml' | 'xml.gz'
}

/** `mail.receiver.example!example.com!1013662812!1013749130.xml.gz` */
export function writeReportFileName(name: ReportFileName): string {
  const { receiver, policyDomain, begin, end, uniqueId, extension } = name
  const id = uniqueId === undefined ? '' : `!${uniqueId}`
  return `${receiver}!${policyDomain}!${begin}!${end}${id}.${extension}`
}

/** The name for a report: its id goes in where it is made of letters and digits alone (§3.1.4). */
export const fileNameOf = (
  { reportId, begin, end }: ReportMetadata,
  receiver: string,
  policyDomain: string,
  extension: ReportFileName['extension'],
): string =>
  writeReportFileName({
    ...{ receiver, policyDomain, begin, end, extension },
    ...(/^[A-Za-z0-9]+$/.test(reportId) ? { uniqueId: reportId } : {}),
  })

export interface ReportSubject {
  readonly policyDomain: string
  readonly submitter: string
  readonly reportId?: string
}

/** `Report Domain: example.com Submitter: mail.receiver.example Report-ID: <…>` (§3.5.2). */
export const writeReportSubject = ({
  policyDomain,
  submitter,
  reportId,
}: ReportSubject): string => {
  const id = reportId === undefined ? '' : ` Report-ID: <${reportId}>`
  return `Report Domain: ${policyDomain} Submitter: ${submitter}${id}`
}

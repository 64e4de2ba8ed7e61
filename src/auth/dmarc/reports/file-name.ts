import type { ReportMetadata } from './report.ts'

/** What the name of a report's file says (RFC 9990 §3.5.2). */
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

const NAME =
  /^([a-z0-9_-]+(?:\.[a-z0-9_-]+)*)!([a-z0-9_-]+(?:\.[a-z0-9_-]+)*)!(\d{1,15})!(\d{1,15})(?:!([a-z0-9]+))?\.(xml|xml\.gz)$/i

/** @returns `undefined` for a name of another form. Never throws. */
export function readReportFileName(text: string): ReportFileName | undefined {
  const found = text.length > 1000 ? null : NAME.exec(text)
  if (!found) return undefined
  const [, receiver = '', policyDomain = '', begin, end, uniqueId, extension = ''] = found
  return {
    ...{ receiver, policyDomain },
    begin: Number(begin),
    end: Number(end),
    ...(uniqueId === undefined ? {} : { uniqueId }),
    extension: extension.toLowerCase() === 'xml' ? 'xml' : 'xml.gz',
  }
}

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

const SUBJECT =
  /^\s*Report\s+Domain:\s+([^\s<>]{1,255})\s+Submitter:\s+([^\s<>]{1,255})(?:\s+Report-ID:\s+<?([^\s<>]{1,500})>?)?\s*$/

/** @param subject Unfolded. @returns `undefined` for another subject. Never throws. */
export function readReportSubject(subject: string): ReportSubject | undefined {
  const found = subject.length > 2000 ? null : SUBJECT.exec(subject)
  if (!found) return undefined
  const [, policyDomain = '', submitter = '', reportId] = found
  return { policyDomain, submitter, ...(reportId === undefined ? {} : { reportId }) }
}

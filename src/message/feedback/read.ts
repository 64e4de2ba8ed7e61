import type { Message } from '../parse.ts'
import { findReport, originalOf, readFieldGroups, type Original } from '../report/read-report.ts'

/** What a program reads of a complaint (RFC 5965 §3). Absent is what the report lacks. */
export interface Feedback {
  /** In lowercase: `abuse`, `not-spam` … */
  readonly type: string
  readonly originalRcptTo: readonly string[]
  readonly originalMailFrom?: string
  readonly sourceIp?: string
  readonly reportedDomain?: string
  readonly original?: Original
}

/** @returns `undefined` where a message is no feedback report. Never throws. */
export function readFeedback(message: Message): Feedback | undefined {
  const report = findReport(message)
  if (report?.reportType !== 'feedback-report' || !report.machine) return undefined
  const fields = readFieldGroups(message, report.machine).groups[0] ?? []
  const all = (name: string): string[] =>
    fields.filter(({ lower }) => lower === name).map(({ value }) => value.trim())
  const type = all('feedback-type')[0]?.toLowerCase()
  if (type === undefined) return undefined
  const bare = (path: string): string => path.replace(/^<(.*)>$/, '$1')
  const [from] = all('original-mail-from')
  const [ip] = all('source-ip')
  const [domain] = all('reported-domain')
  return {
    type,
    originalRcptTo: all('original-rcpt-to').map(bare),
    ...(from !== undefined && { originalMailFrom: bare(from) }),
    ...(ip !== undefined && { sourceIp: ip }),
    ...(domain !== undefined && { reportedDomain: domain }),
    ...originalOf(message, report),
  }
}

import type { ReadReport } from '../../auth/dmarc/reports/read.ts'
import type { ReportReading } from '../../auth/tls-rpt/report.ts'
import { lineAndColumn } from './line-and-column.ts'
import { reportLimits } from './limits.ts'
import type { FileProblem, FileRow } from './types.ts'

type Problems = Pick<FileRow, 'problems' | 'moreProblems'>

export const noProblems: Problems = { problems: [], moreProblems: 0 }

/** `2026-06-09`, of milliseconds since 1970; empty for what is no time. */
export const dateOf = (at: number): string =>
  Math.abs(at) < 8.64e15 ? new Date(at).toISOString().slice(0, 10) : ''

/** `2026-06-09`, or from one day to another. */
export function periodOf(begin: number, end: number): string {
  const [from, to] = [dateOf(begin), dateOf(end)]
  return to === '' || from === to ? from : `${from} to ${to}`
}

export const inMessages = (count: number): string =>
  count === 1 ? 'one message' : `${count} messages`

/** The problems of an aggregate report, each with the line that it is in. */
export function xmlProblems({ text, problems }: ReadReport): Problems {
  return {
    problems: problems.slice(0, reportLimits.problems).map(({ message, source, span }) => ({
      ...{ message, source },
      ...lineAndColumn(text, span),
    })),
    moreProblems: Math.max(0, problems.length - reportLimits.problems),
  }
}

/** The problems of a report about TLS, each with the path of its field. */
export function jsonProblems({ problems }: ReportReading): Problems {
  return {
    problems: problems.slice(0, reportLimits.problems).map(({ path, message }): FileProblem => ({
      message: path === '' ? message : `\`${path}\`: ${message}`,
      source: { rfc: 8460, section: '4.4' },
    })),
    moreProblems: Math.max(0, problems.length - reportLimits.problems),
  }
}

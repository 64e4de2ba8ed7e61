import { readReports, type ReportsAsked } from '../reports/read-reports.ts'
import type { ReportsRead } from '../reports/types.ts'
import type { Question } from './question.ts'

/** What files of reports about DMARC and TLS say, summed up. */
export const reports: Question<ReportsAsked, ReportsRead> = { answer: readReports }

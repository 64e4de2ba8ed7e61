import { openReport } from '../../auth/dmarc/reports/open-report.ts'
import { shownReport, type ShownReport } from '../views/report-rows.ts'
import type { Question } from './question.ts'

/** The aggregate report that a message carries; none where no part of it is one. */
export const aggregateReport: Question<
  { readonly bytes: Uint8Array },
  { readonly report?: ShownReport }
> = {
  answer({ bytes }) {
    const { report, text } = openReport(bytes)
    return report ? { report: shownReport(report, text) } : {}
  },
}

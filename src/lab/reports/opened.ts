import type { ReadReport } from '../../auth/dmarc/reports/read.ts'
import type { ReadFailureReport } from '../../auth/dmarc/reports/failure.ts'
import type { ReportReading } from '../../auth/tls-rpt/report.ts'
import type { Section } from '../../core/section.ts'
import { reportLimits } from './limits.ts'

/** A report that a file holds, or why it holds none. */
export type Opened = { readonly name: string } & (
  | { readonly kind: 'aggregate'; readonly read: ReadReport }
  | { readonly kind: 'tls'; readonly reading: ReportReading }
  | { readonly kind: 'failure'; readonly read: ReadFailureReport; readonly subject: string }
  | { readonly kind: 'unread'; readonly why: string; readonly source?: Section }
)

/** What may still come out of the files. */
export interface Room {
  octets: number
  documents: number
}

export const fullRoom = (): Room => ({
  octets: reportLimits.unpackedInAll,
  documents: reportLimits.documents,
})

/** A document on its way in. */
export interface Given {
  readonly name: string
  readonly bytes: Uint8Array
  readonly depth: number
}

export const unread = (name: string, why: string, source?: Section): Opened => ({
  ...{ kind: 'unread', name, why },
  ...(source && { source }),
})

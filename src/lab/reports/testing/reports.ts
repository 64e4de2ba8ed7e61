import { writeAggregateReport } from '../../../auth/dmarc/reports/write.ts'
import type { AggregateReport, ReportRecord } from '../../../auth/dmarc/reports/report.ts'
import { utf8 } from '../../../core/bytes.ts'

/** 1 June 2026, in seconds since 1970. */
export const JUNE = Date.UTC(2026, 5, 1) / 1000

type Signature = readonly [result: string, domain: string, selector?: string, human?: string]

export interface RowGiven {
  readonly ip: string
  readonly count?: number
  readonly dkim?: readonly Signature[]
  readonly spf?: readonly [result: string, domain: string]
  /** Of `policy_evaluated`: `dkim spf`; none by default. */
  readonly aligned?: string
  readonly reason?: ReportRecord['reasons'][number]
  readonly disposition?: ReportRecord['disposition']
}

/** A row of a report about example.org. */
export const row = (given: RowGiven): ReportRecord => ({
  sourceIp: given.ip,
  count: given.count ?? 1,
  disposition: given.disposition ?? 'none',
  dkim: given.aligned?.includes('dkim') ? 'pass' : 'fail',
  spf: given.aligned?.includes('spf') ? 'pass' : 'fail',
  reasons: given.reason ? [given.reason] : [],
  headerFrom: 'example.org',
  dkimResults: (given.dkim ?? []).map(([result, domain, selector, humanResult]) => ({
    ...{ domain, result },
    ...(selector === undefined ? {} : { selector }),
    ...(humanResult === undefined ? {} : { humanResult }),
  })),
  ...(given.spf && { spfResult: { result: given.spf[0], domain: given.spf[1] } }),
})

/** A report about example.org of one day of June 2026. */
export const report = (
  records: readonly ReportRecord[],
  { id = '1', org = 'Bigmail', day = 1, domain = 'example.org', p = 'none' as const } = {},
): AggregateReport => ({
  metadata: {
    ...{ orgName: org, email: 'dmarc@bigmail.test', reportId: id },
    begin: JUNE + (day - 1) * 86_400,
    end: JUNE + day * 86_400 - 1,
  },
  policy: { domain, p },
  records,
})

export const xml = (...given: Parameters<typeof report>): Uint8Array =>
  utf8(writeAggregateReport(report(...given)))

import { writeAggregateReport } from '../../auth/dmarc/reports/write.ts'
import type { DkimAuthResult, ReportRecord } from '../../auth/dmarc/reports/report.ts'
import { writeTlsReport } from '../../auth/tls-rpt/write.ts'

/** Reports to look at, of a firm that does not exist. */
export interface ExampleReports {
  readonly files: readonly { readonly name: string; readonly text: string }[]
  readonly zone: string
}

/** Monday, 1 June 2026, in seconds since 1970. */
const MONDAY = 1_780_272_000
const DAY = 86_400
const DAYS = [0, 1, 2, 3, 4, 5, 6]

type Signature = readonly [result: string, domain: string, selector: string]

interface Sender {
  readonly ip: string
  /** Messages a day, from Monday on. */
  readonly counts: readonly number[]
  readonly signatures: readonly Signature[]
  readonly spf: readonly [result: string, domain: string]
  readonly aligned: readonly ('dkim' | 'spf')[]
  readonly reason?: ReportRecord['reasons'][number]
}

const weekly = (...counts: number[]): readonly number[] => counts
const june: Signature = ['pass', 'example.org', 'june']

const senders: readonly Sender[] = [
  {
    ...{ ip: '192.0.2.25', counts: weekly(124, 131, 118, 140, 122, 31, 22) },
    ...{ signatures: [june], spf: ['pass', 'example.org'], aligned: ['dkim', 'spf'] },
  },
  {
    ...{ ip: '192.0.2.44', counts: weekly(6, 5, 7, 4, 6, 0, 0) },
    ...{ signatures: [], spf: ['fail', 'example.org'], aligned: [] },
  },
  {
    ...{ ip: '198.51.100.7', counts: weekly(0, 0, 410, 12, 3, 1, 0), aligned: ['dkim'] },
    signatures: [
      ['pass', 'example.org', 'news'],
      ['pass', 'mailout.test', 'm1'],
    ],
    spf: ['pass', 'bounces.mailout.test'],
  },
  {
    ...{ ip: '198.51.100.30', counts: weekly(18, 21, 16, 24, 30, 41, 12), aligned: [] },
    ...{ signatures: [['permerror', 'example.org', 'quince']], spf: ['pass', 'slotwell.test'] },
  },
  {
    ...{ ip: '198.51.100.110', counts: weekly(3, 2, 4, 1, 2, 0, 1), aligned: ['dkim'] },
    ...{ signatures: [june], spf: ['fail', 'example.org'] },
  },
  {
    ...{ ip: '198.51.100.120', counts: weekly(0, 4, 0, 6, 0, 2, 0), aligned: [] },
    signatures: [
      ['fail', 'example.org', 'june'],
      ['pass', 'allotment.test', 'list'],
    ],
    ...{ spf: ['pass', 'allotment.test'], reason: { type: 'mailing_list' } },
  },
  {
    ...{ ip: '203.0.113.66', counts: weekly(0, 0, 9, 64, 21, 5, 0) },
    ...{ signatures: [], spf: ['fail', 'example.org'], aligned: [] },
  },
  {
    ...{ ip: '203.0.113.67', counts: weekly(2, 0, 3, 0, 1, 0, 0), aligned: [] },
    ...{ signatures: [], spf: ['pass', 'parcels.test'] },
  },
]

const zone = `$ORIGIN example.org.
@ TXT "v=spf1 ip4:192.0.2.25 include:spf.mailout.test -all"
june._domainkey TXT "v=DKIM1; k=ed25519; p=iHUYfMk+uGidKs/mUHmGwYkpONjfVjiyV0EmJSsnJtE="
news._domainkey CNAME news._domainkey.mailout.test.
_dmarc TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.org"
`

/** A week of reports by two receivers about DMARC, and one about TLS. The same at each call. */
export const exampleReports = (): ExampleReports => ({
  files: [
    ...DAYS.map((day) => aggregateFile('Bigmail', 'bigmail.test', day, 1)),
    ...DAYS.slice(2, 6).map((day) => aggregateFile('Marlowe & Reed', 'marlowe.test', day, 4)),
    tlsFile(),
  ],
  zone,
})

/** @param share The part of all messages that the receiver gets: one of so many. */
function aggregateFile(orgName: string, host: string, day: number, share: number) {
  const begin = MONDAY + day * DAY
  const end = begin + DAY - 1
  const records = senders.flatMap((sender) => {
    const count = Math.floor(sender.counts[day]! / share)
    return count > 0 ? [recordOf(sender, count)] : []
  })
  const text = writeAggregateReport({
    metadata: {
      ...{ orgName, email: `dmarc@${host}`, reportId: `${begin}-example.org@${host}`, begin, end },
    },
    policy: { domain: 'example.org', p: 'none', adkim: 'r', aspf: 'r' },
    records,
  })
  return { name: `${host}!example.org!${begin}!${end}.xml`, text }
}

const recordOf = (sender: Sender, count: number): ReportRecord => ({
  ...{ sourceIp: sender.ip, count, disposition: 'none' },
  dkim: sender.aligned.includes('dkim') ? 'pass' : 'fail',
  spf: sender.aligned.includes('spf') ? 'pass' : 'fail',
  reasons: sender.reason ? [sender.reason] : [],
  ...{ headerFrom: 'example.org', envelopeFrom: sender.spf[1] },
  dkimResults: sender.signatures.map(([result, domain, selector]): DkimAuthResult => ({
    result,
    domain,
    selector,
  })),
  spfResult: { result: sender.spf[0], domain: sender.spf[1], scope: 'mfrom' },
})

function tlsFile() {
  const start = (MONDAY + 3 * DAY) * 1000
  const text = writeTlsReport({
    ...{ organization: 'Bigmail', contact: 'tls@bigmail.test', id: 'tls-2026-06-04' },
    ...{ start, end: start + (DAY - 1) * 1000 },
    policies: [
      {
        ...{ type: 'sts', domain: 'example.org', hosts: ['mx1.example.org', 'mx2.example.org'] },
        lines: ['version: STSv1', 'mode: testing', 'mx: *.example.org', 'max_age: 604800'],
        ...{ successes: 311, failures: 14 },
        details: [
          {
            ...{ type: 'certificate-expired', sessions: 14, sendingIp: '203.0.113.25' },
            ...{ receivingHost: 'mx2.example.org', receivingIp: '192.0.2.26' },
          },
        ],
      },
    ],
  })
  return { name: 'bigmail.test!example.org!tls.json', text }
}

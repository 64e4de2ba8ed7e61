import { expect, test } from 'vitest'
import { fromUtf8 } from '../../core/bytes.ts'
import { composeReportMail } from '../../auth/dmarc/reports/mail.ts'
import type { ReportRecord } from '../../auth/dmarc/reports/report.ts'
import { rowsOf } from '../cards/rows.ts'
import type { World } from '../../world/world.ts'
import type { Evidence } from '../evidence.ts'
import { evidence, message } from '../testing/evidence.ts'
import { judge } from './index.ts'

const BOB = 'bob@example.org'
const begin = Date.parse('2026-05-04') / 1000

const record = (sourceIp: string, more: Partial<ReportRecord> = {}): ReportRecord => ({
  ...{ sourceIp, count: 3, disposition: 'none', dkim: 'fail', spf: 'fail', reasons: [] },
  ...{ headerFrom: 'example.org', envelopeFrom: '', dkimResults: [], ...more },
})

const reportOf = (records: readonly ReportRecord[], day = 0): string =>
  fromUtf8(
    composeReportMail({
      report: {
        metadata: {
          ...{ orgName: 'Bigmail', email: 'reports@bigmail.test', reportId: `${day}.x` },
          ...{ begin: begin + day * 86_400, end: begin + (day + 1) * 86_400 - 1 },
        },
        policy: { domain: 'example.org', p: 'none', sp: 'none' },
        records,
      },
      ...{ submitter: 'bigmail.test', from: 'reports@bigmail.test', to: BOB, at: 0 },
    }),
  ).replaceAll('\r\n', '\n')

const at = (seen: Evidence): Evidence => ({
  ...seen,
  world: { ...seen.world, spec: { now: '2026-05-04T09:00:00Z' } } as World,
})

const seen = at(
  evidence({
    bob: [
      message('Subject: no report\n\nx\n'),
      message(
        reportOf([
          record('192.0.2.25', {
            ...{ dkim: 'pass', envelopeFrom: 'example.org' },
            dkimResults: [{ domain: 'example.org', selector: 'may', result: 'pass' }],
            spfResult: { domain: 'example.org', scope: 'mfrom', result: 'softfail' },
          }),
          record('203.0.113.66', { reasons: [{ type: 'mailing_list', comment: 'arc=pass' }] }),
        ]),
      ),
    ],
  }),
)

const stand = (params: object) => judge({ kind: 'aggregate', mailbox: BOB, ...params }, seen)

test.each([
  [{}],
  [{ reporter: 'bigmail', domain: 'Example.org', p: 'none' }],
  [{ ip: '192.0.2.25', dkim: 'pass', spf: 'fail', dmarc: 'pass' }],
  [{ ip: '203.0.113.66', dmarc: 'fail', disposition: 'none', override: 'mailing_list' }],
  [{ ip: '203.0.113.66', messages: 3 }],
  [{ after: '2026-05-04T00:00:00Z' }],
  [{ reporter: 'Marlowe', atMost: 0 }],
])('%o is met', (params) => expect(stand(params)).toEqual({ met: true }))

test.each([
  [{ p: 'reject' }, 'No report that found `p=reject` is there yet.'],
  [
    { reporter: 'Marlowe', domain: 'example.org' },
    'No report of Marlowe about `example.org` is there yet.',
  ],
  [{ after: '2026-05-05T00:00:00Z' }, 'No report of that time is there yet.'],
  [{ ip: '192.0.2.26' }, 'No report has a row for `192.0.2.26` yet.'],
  [{ messages: 4 }, 'No report has such a row yet.'],
  [
    { ip: '192.0.2.25', dkim: 'fail' },
    'The newest row for `192.0.2.25` says: DKIM `pass`, SPF `fail`, disposition `none`.',
  ],
  [{ atLeast: 2 }, 'One report is there, and at least 2 should be.'],
])('%o is not: %s', (params, reason) => expect(stand(params)).toEqual({ met: false, reason }))

test('without any report it says so', () =>
  expect(judge({ kind: 'aggregate', mailbox: BOB }, at(evidence({ bob: [] })))).toEqual({
    met: false,
    reason: 'No aggregate report is in the mailbox of `bob@example.org` yet.',
  }))

const rows = (more: object) =>
  rowsOf({ kind: 'aggregate', mailbox: BOB, ...more }, seen).map(
    ({ name, text }) => `${name} | ${text}`,
  )

test('its rows are who reports, the time, the policy, and each record', () =>
  expect(rows({})).toEqual([
    'org_name | org_name: Bigmail (reports@bigmail.test)',
    'date_range | date_range: 2026-05-04 00:00 to 2026-05-04 23:59 (UTC)',
    'policy_published | policy_published: example.org, p=none sp=none',
    '192.0.2.25 | 192.0.2.25: 3×, dkim pass, spf fail, disposition none',
    '203.0.113.66 | 203.0.113.66: 3×, dkim fail, spf fail, disposition none (mailing_list)',
  ]))

test('of one record, its elements', () => {
  expect(rows({ ip: '192.0.2.25' })).toEqual([
    'source_ip | source_ip: 192.0.2.25',
    'count | count: 3',
    'disposition | policy_evaluated: disposition none',
    'dkim | policy_evaluated: dkim pass',
    'spf | policy_evaluated: spf fail',
    'envelope_from | identifiers: envelope_from example.org',
    'header_from | identifiers: header_from example.org',
    'auth dkim | auth_results: dkim pass, example.org, may',
    'auth spf | auth_results: spf softfail, example.org',
  ])
  expect(rows({ ip: '203.0.113.66' })).toContain(
    'reason | policy_evaluated: reason mailing_list, arc=pass',
  )
  expect(rows({ ip: '192.0.2.1' })).toEqual([])
  expect(rows({ reporter: 'Marlowe' })).toEqual([])
  expect(rows({ domain: 'example.com' })).toEqual([])
  expect(rows({ domain: 'EXAMPLE.org' })).toHaveLength(5)
})

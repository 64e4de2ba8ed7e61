import { expect, test } from 'vitest'
import { fieldNamed } from '../../message/field.ts'
import { leavesOf } from '../../message/mime/decode.ts'
import { parseMime } from '../../message/mime/tree.ts'
import { parseMessage } from '../../message/parse.ts'
import { parseTlsReport } from './read-report.ts'
import type { TlsReport } from './report.ts'
import { composeTlsReportMail, writeTlsReport } from './write.ts'

const report: TlsReport = {
  ...{ organization: 'Example', contact: 'tls@example.org', id: '1-example.net@mx.example.org' },
  ...{ start: Date.UTC(2026, 5, 1), end: Date.UTC(2026, 5, 2) - 1000 },
  policies: [
    {
      ...{ type: 'sts', domain: 'example.net', lines: ['version: STSv1', 'mx: mx.example.net'] },
      ...{ hosts: ['mx.example.net'], successes: 4, failures: 1 },
      details: [
        {
          ...{ type: 'certificate-expired', sessions: 1, sendingIp: '192.0.2.25' },
          ...{ receivingHost: 'mx.example.net', receivingIp: '198.51.100.25' },
        },
      ],
    },
    {
      ...{ type: 'no-policy-found', domain: 'example.net', lines: [], hosts: [] },
      ...{ successes: 1, failures: 0, details: [] },
    },
  ],
}

test('a report is read as it was written', () =>
  expect(parseTlsReport(writeTlsReport(report))).toEqual({ report, problems: [] }))

test('its mail names the domain and who reports', () => {
  const message = parseMessage(
    composeTlsReportMail({
      ...{ report, domain: 'example.net', submitter: 'example.org', at: Date.UTC(2026, 5, 2) },
      ...{ from: 'tls@example.org', to: 'reports@example.net' },
    }),
  )
  expect(message.problems).toEqual([])
  expect(fieldNamed(message, 'TLS-Report-Domain')?.value).toBe('example.net')
  expect(fieldNamed(message, 'TLS-Report-Submitter')?.value).toBe('example.org')
  expect([...leavesOf(parseMime(message))].map(({ type, filename }) => [type, filename])).toEqual([
    ['text/plain', undefined],
    ['application/tlsrpt+gzip', 'example.org!example.net!1780272000!1780358399.json.gz'],
  ])
})

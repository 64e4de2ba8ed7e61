import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTlsReport } from './read-report.ts'

const report = {
  'organization-name': 'Example Inc.',
  'date-range': {
    'start-datetime': '2026-05-11T00:00:00Z',
    'end-datetime': '2026-05-11T23:59:59Z',
  },
  'contact-info': 'tls@example.net',
  'report-id': '2026-05-11-example.com',
  policies: [
    {
      policy: {
        'policy-type': 'sts',
        'policy-string': ['version: STSv1', 'mode: testing', 'mx: *.mail.example.com'],
        'policy-domain': 'example.com',
        'mx-host': ['*.mail.example.com'],
      },
      summary: { 'total-successful-session-count': 5326, 'total-failure-session-count': 303 },
      'failure-details': [
        {
          'result-type': 'certificate-expired',
          'sending-mta-ip': '2001:db8::1',
          'receiving-mx-hostname': 'mx1.mail.example.com',
          'failed-session-count': 303,
        },
      ],
    },
  ],
}

test('a report is read whole', () =>
  expect(parseTlsReport(JSON.stringify(report))).toEqual({
    problems: [],
    report: {
      organization: 'Example Inc.',
      contact: 'tls@example.net',
      id: '2026-05-11-example.com',
      start: Date.UTC(2026, 4, 11),
      end: Date.UTC(2026, 4, 11, 23, 59, 59),
      policies: [
        {
          type: 'sts',
          domain: 'example.com',
          lines: ['version: STSv1', 'mode: testing', 'mx: *.mail.example.com'],
          hosts: ['*.mail.example.com'],
          successes: 5326,
          failures: 303,
          details: [
            {
              type: 'certificate-expired',
              sessions: 303,
              sendingIp: '2001:db8::1',
              receivingHost: 'mx1.mail.example.com',
            },
          ],
        },
      ],
    },
  }))

const paths = (text: string): string[] => parseTlsReport(text).problems.map(({ path }) => path)

test.each([
  ['no JSON', '\u001f\u008b', ['']],
  ['a list', '[]', ['']],
  ['a report of before', JSON.stringify({ ...report, policies: undefined }), ['policies']],
  [
    'an unknown time',
    JSON.stringify({
      ...report,
      'date-range': { 'start-datetime': 'May', 'end-datetime': '2026-05-11T23:59:59Z' },
    }),
    ['date-range.start-datetime'],
  ],
  [
    'a count as text',
    JSON.stringify(report).replace('5326', '"5326"'),
    ['policies[0].summary.total-successful-session-count'],
  ],
  [
    'an unknown result',
    JSON.stringify(report).replace('certificate-expired', 'bad-luck'),
    ['policies[0].failure-details[0].result-type'],
  ],
  [
    'a host in place of an address',
    JSON.stringify(report).replace('2001:db8::1', 'mx.example.net'),
    ['policies[0].failure-details[0].sending-mta-ip'],
  ],
  [
    'failures without a count',
    JSON.stringify(report).replace(
      '"total-failure-session-count":303',
      '"total-failure-session-count":0',
    ),
    ['policies[0].summary.total-failure-session-count'],
  ],
  [
    'a number in place of a policy',
    '{"policies":[1]}',
    ['date-range', 'policies[0]', 'policies', 'organization-name', 'contact-info', 'report-id'],
  ],
])('%s is reported at its path', (_, text, expected) => expect(paths(text)).toEqual(expected))

test('any JSON is read', () =>
  fc.assert(
    fc.property(fc.json(), fc.json(), (a, b) => {
      parseTlsReport(a)
      parseTlsReport(`{"policies":[{"policy":${a},"summary":${b},"failure-details":[${a}]}]}`)
    }),
    { seed: 8460, numRuns: 300 },
  ))

import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { parseDmarc } from '../auth/dmarc/parse.ts'
import { SAMPLE_9990 } from '../auth/dmarc/reports/testing/samples.ts'
import { utf8 } from '../core/bytes.ts'
import { createResolver } from '../dns/resolver.ts'
import { parseZone } from '../dns/zone/parse.ts'
import {
  findReportDestinations,
  findReportDestinationsAsync,
  parseDsn,
  readDmarcReport,
  readFailureReport,
} from './dmarc-reports.ts'

test.each([
  ['a text', SAMPLE_9990],
  ['octets', utf8(SAMPLE_9990)],
  ['a packed file', new Uint8Array(gzipSync(SAMPLE_9990))],
])('a report is read from %s', (_, document) =>
  expect(readDmarcReport(document)).toMatchObject({
    form: '9990',
    report: { policy: { domain: 'example.com' } },
    problems: [],
  }),
)

test('a file that is cut off is reported', () => {
  const { report, problems } = readDmarcReport(
    new Uint8Array(gzipSync(SAMPLE_9990).subarray(0, 40)),
  )
  expect(report).toBeUndefined()
  expect(problems[0]?.message).toContain('cut off')
})

test('a message is no report', () => {
  const message = utf8('From: ann@example.org\r\n\r\nHi\r\n')
  expect(readFailureReport(message)).toEqual({ problems: [] })
  expect(parseDsn(message)).toEqual({ problems: [] })
})

test('others are asked whether they want reports', async () => {
  const zone = 'example.org._report._dmarc.example.net. TXT v=DMARC1\n'
  const dns = createResolver([parseZone(zone, { origin: '' }).zone])
  const record = parseDmarc('v=DMARC1; p=none; rua=mailto:d@example.net')
  const input = { policyDomain: 'example.org', record, tag: 'rua' } as const
  expect(findReportDestinations(input, dns).addresses).toEqual(['d@example.net'])
  expect((await findReportDestinationsAsync(input, dns)).addresses).toEqual(['d@example.net'])
})

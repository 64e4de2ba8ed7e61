import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { parseDmarc } from '../auth/dmarc/parse.ts'
import { SAMPLE_9990 } from '../auth/dmarc/reports/testing/samples.ts'
import { utf8 } from '../core/bytes.ts'
import { createResolver } from '../dns/resolver.ts'
import { parseZone } from '../dns/zone/parse.ts'
import { zipSync } from 'fflate'
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

const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const mailWith = (type: string, body: string, encoding = '7bit'): string =>
  [
    'Return-Path: <>',
    'From: noreply@example.net',
    'Subject: Report Domain: example.com',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'This is a report.',
    '--b',
    `Content-Type: ${type}`,
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    body,
    '--b--',
    '',
  ].join('\r\n')
const zipped = zipSync({
  'folder/': new Uint8Array(),
  'readme.txt': utf8('x'),
  'example.net!example.com!1!2.xml': utf8(SAMPLE_9990),
})
const gzipped = new Uint8Array(gzipSync(SAMPLE_9990))

test.each([
  ['a ZIP archive', zipped],
  ['a ZIP archive that is stored', zipSync({ 'a.xml': utf8(SAMPLE_9990) }, { level: 0 })],
  ['a mail with gzip', utf8(mailWith('application/gzip', b64(gzipped), 'base64'))],
  ['a mail with ZIP', utf8(mailWith('application/zip', b64(zipped), 'base64'))],
  [
    'a mail with octets of no type',
    utf8(mailWith('application/octet-stream', b64(zipped), 'base64')),
  ],
  ['a mail with XML', utf8(mailWith('text/xml; charset=utf-8', SAMPLE_9990))],
  ['a mail as a text', mailWith('application/gzip', b64(gzipped), 'base64')],
  [
    'a mail that is nothing but the archive',
    utf8(
      `From: a@example.net\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${b64(zipped)}\r\n`,
    ),
  ],
  [
    'a mail from a mailbox file',
    utf8(`From a@example.net Mon\n${mailWith('text/xml', SAMPLE_9990)}`),
  ],
])('a report is read from %s', (_, document) =>
  expect(readDmarcReport(document)).toMatchObject({
    form: '9990',
    report: { policy: { domain: 'example.com' } },
    problems: [],
  }),
)

test.each([
  ['a mail without a report', utf8('From: a@example.net\r\n\r\nHi\r\n'), 'No part of the mail'],
  ['an archive without one', zipSync({ 'a.txt': utf8('x') }), 'no file of the kind'],
  ['an archive that is cut off', zipped.slice(0, 60), 'damaged'],
  ['any text', utf8('nothing'), ''],
])('%s is no report, and says why', (_, document, why) => {
  const { report, problems } = readDmarcReport(document)
  expect(report).toBeUndefined()
  expect(problems[0]?.message).toContain(why)
})

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

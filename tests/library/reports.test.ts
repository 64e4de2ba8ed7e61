import { expect, test } from 'vitest'
import { fromUtf8, utf8 } from '../../src/core/bytes.ts'
import {
  authenticate,
  compareSigned,
  composeDsn,
  composeFailureReport,
  composeMime,
  composeReportMail,
  createResolver,
  decodedBytes,
  decodedText,
  decodeWords,
  explainStatus,
  failureReportOf,
  findReportDestinations,
  findReportDestinationsAsync,
  gatherReports,
  leavesOf,
  parseDsn,
  parseMessage,
  parseZone,
  readDmarcReport,
  readFailureReport,
  readMime,
  summarizeReports,
  walkParts,
  wantsFailureReport,
  writeDmarcReport,
} from '../../src/index.ts'

const zone = `@ TXT "v=spf1 -all"
_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.org; ruf=mailto:f@example.org"
`
const resolver = createResolver([parseZone(zone, { origin: 'example.org' }).zone])
const bytes = composeMime({
  headers: [
    ['From', 'Zoë <zoe@example.org>'],
    ['Subject', 'Grüße'],
  ],
  content: {
    type: 'multipart/mixed',
    content: [
      { type: 'text/plain', content: 'Hé' },
      { type: 'image/png', content: Uint8Array.of(1, 200), filename: 'é.png' },
    ],
  },
})
const [NOW, DAY] = [Date.UTC(2026, 5, 1, 12), Date.UTC(2026, 5, 1)]
const client = { ip: '192.0.2.1', mailFrom: 'zoe@example.org' }

test('a message is written and read', () => {
  const message = parseMessage(bytes)
  const { root, problems } = readMime(message)
  expect(problems).toEqual([])
  const [text, image] = [...leavesOf(root)]
  expect(decodedText(message, text!)).toBe('Hé\r\n')
  expect(decodedBytes(message, image!)).toEqual(Uint8Array.of(1, 200))
  expect(image?.filename).toBe('é.png')
  expect([...walkParts(root)]).toHaveLength(3)
  expect(decodeWords(message.fields[1]!.value)).toBe('Grüße')
})

test('what was judged in a day becomes a report, and goes to those who want it', async () => {
  const judged = await authenticate(
    { ...client, helo: 'x.example', message: bytes, now: NOW },
    resolver,
  )
  const { spf, dkim, dmarc } = judged
  const reporter = { orgName: 'R', email: 'r@example.net', host: 'mx.example.net' }
  const [gathered] = gatherReports([{ at: NOW, ...client, spf, dkim: dkim.signatures, dmarc }], {
    ...reporter,
    begin: DAY / 1000,
    end: DAY / 1000 + 86_400,
  })
  const { report, record } = gathered!
  expect(readDmarcReport(writeDmarcReport(report))).toMatchObject({ report, problems: [] })
  expect(summarizeReports([report])).toMatchObject({ messages: 1, unaligned: 1 })
  const query = { policyDomain: 'example.org', record, tag: 'rua' } as const
  expect(findReportDestinations(query, resolver).addresses).toEqual(['d@example.org'])
  expect((await findReportDestinationsAsync(query, resolver)).addresses).toEqual(['d@example.org'])
  const mail = { report, submitter: 'mx.example.net', from: 'r@example.net', to: 'd@example.org' }
  expect(fromUtf8(composeReportMail({ ...mail, at: NOW }))).toContain('Report Domain: example.org')
})

test('a failure is reported', async () => {
  const judged = await authenticate(
    { ...client, helo: 'x.example', message: bytes, now: NOW },
    resolver,
  )
  const expected = { ...client, rcptTo: [], at: NOW, userAgent: 'x/1', header: judged.header }
  const failed = { ...expected, spf: judged.spf, dkim: judged.dkim.signatures, dmarc: judged.dmarc }
  expect(wantsFailureReport(judged.dmarc.record!, failed)).toBe(true)
  const report = failureReportOf(failed)
  const mail = { from: 'r@example.net', to: 'f@example.org', at: NOW, messageId: '<1@example.net>' }
  const read = readFailureReport(composeFailureReport({ ...mail, report, original: bytes }))
  expect(read).toMatchObject({ report, problems: [] })
})

test('a bounce is written and read', () => {
  const delivery = { recipient: 'bob@example.net', action: 'failed', status: '5.1.1' } as const
  const mail = {
    reportingMta: 'mx.example.net',
    to: 'zoe@example.org',
    at: NOW,
    messageId: '<2@x.example>',
  }
  const { dsn } = parseDsn(composeDsn({ ...mail, deliveries: [delivery], original: bytes }))
  expect(dsn?.recipients[0]?.status).toMatchObject(explainStatus('5.1.1')!)
})

test('what a list changed is found', () => {
  const field =
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org; s=s; h=From; bh=AA==; b=AA==\r\n'
  const [before, after] = ['Hi\r\n', 'Hi\r\n-- \r\nlist\r\n'].map((body) =>
    parseMessage(utf8(`${field}From: zoe@example.org\r\n\r\n${body}`)),
  )
  expect(compareSigned(before!, after!)[0]?.body?.kind).toBe('footer-added')
})

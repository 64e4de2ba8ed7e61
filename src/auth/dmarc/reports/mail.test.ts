import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { fieldNamed, unfold } from '../../../message/field.ts'
import { decodedBytes, leavesOf, readableText } from '../../../message/mime/decode.ts'
import { parseMime } from '../../../message/mime/tree.ts'
import { parseMessage } from '../../../message/parse.ts'
import { fileNameOf, writeReportFileName, writeReportSubject } from './file-name.ts'
import { composeReportMail } from './mail.ts'
import { readAggregateReport } from './read.ts'
import { SAMPLE_9990 } from './testing/samples.ts'

const { report } = readAggregateReport(SAMPLE_9990)
const mail = {
  report: report!,
  submitter: 'mail.receiver.example',
  from: 'Reports <reports@mail.receiver.example>',
  to: 'dmarc@example.com',
  at: Date.UTC(2026, 5, 2),
}

test('the report comes out of its mail as it went in', () => {
  const message = parseMessage(composeReportMail(mail))
  expect(message.problems).toEqual([])
  const tree = parseMime(message)
  const parts = [...leavesOf(tree)]
  expect(parts.map(({ type }) => type)).toEqual(['text/plain', 'application/gzip'])
  expect(parts[1]?.filename).toBe(
    'mail.receiver.example!example.com!302832000!302918399!3v98abbp8ya9n3va8yr8oa3ya.xml.gz',
  )
  const xml = gunzipSync(decodedBytes(message, parts[1]!)).toString()
  expect(readAggregateReport(xml).report).toEqual(report)
  expect(readableText(message, tree)).toContain('123 messages')
})

test('its subject and its id name the report', () => {
  const message = parseMessage(composeReportMail(mail))
  expect(unfold(fieldNamed(message, 'Subject')!.value).trim()).toBe(
    'Report Domain: example.com Submitter: mail.receiver.example Report-ID: <3v98abbp8ya9n3va8yr8oa3ya>',
  )
  expect(fieldNamed(message, 'Message-ID')?.value).toBe(
    '<3v98abbp8ya9n3va8yr8oa3ya@mail.receiver.example>',
  )
})

test('the same report makes the same octets', () =>
  expect(composeReportMail(mail)).toEqual(composeReportMail(mail)))

test.each([
  [undefined, 'mail.receiver.example!example.com!1013662812!1013749130.xml.gz'],
  ['abc1', 'mail.receiver.example!example.com!1013662812!1013749130!abc1.xml.gz'],
])('with the id %j the file is named %s', (uniqueId, name) => {
  const parts = { receiver: 'mail.receiver.example', policyDomain: 'example.com' }
  const period = { begin: 1013662812, end: 1013749130, extension: 'xml.gz' } as const
  expect(writeReportFileName({ ...parts, ...period, ...(uniqueId && { uniqueId }) })).toBe(name)
})

test('an id that is no word stays out of the name', () => {
  const metadata = { ...report!.metadata, reportId: '1-example.com@mail.receiver.example' }
  expect(fileNameOf(metadata, 'mail.receiver.example', 'example.com', 'xml')).toBe(
    'mail.receiver.example!example.com!302832000!302918399.xml',
  )
})

test('a subject is written as the section shows it', () =>
  expect(
    writeReportSubject({
      policyDomain: 'example.com',
      submitter: 'mail.receiver.example',
      reportId: 'x@example.com',
    }),
  ).toBe('Report Domain: example.com Submitter: mail.receiver.example Report-ID: <x@example.com>'))

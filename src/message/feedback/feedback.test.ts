import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromLatin1, latin1 } from '../../core/bytes.ts'
import { parseMessage } from '../parse.ts'
import { composeFeedback } from './compose.ts'
import { readFeedback } from './read.ts'

const report = composeFeedback({
  ...{ type: 'abuse', reportingMta: 'mx.example.net', from: 'fbl@example.net' },
  ...{ to: 'fbl@mailout.test', at: 0, messageId: '<1@example.net>', arrivedAt: 0 },
  ...{
    sourceIp: '203.0.113.20',
    originalMailFrom: 'b@mailout.test',
    originalRcptTo: 'bob@example.net',
  },
  ...{ reportedDomain: 'mailout.test', original: latin1('Subject: Buy\r\n\r\nNow\r\n') },
})

test('what is written is read', () => {
  const read = readFeedback(parseMessage(report))
  expect(read).toMatchObject({
    ...{ type: 'abuse', originalRcptTo: ['bob@example.net'], originalMailFrom: 'b@mailout.test' },
    ...{ sourceIp: '203.0.113.20', reportedDomain: 'mailout.test' },
  })
  expect(fromLatin1(read!.original!.bytes)).toContain('Subject: Buy')
})

test.each(['', 'Subject: Hi\r\n\r\n', 'Content-Type: multipart/report; boundary=x\r\n\r\n--x--'])(
  '%j is no complaint',
  (text) => expect(readFeedback(parseMessage(latin1(text)))).toBeUndefined(),
)

test('a report that is cut or changed is read without a throw', () =>
  fc.assert(
    fc.property(fc.nat(report.length), fc.nat(report.length), (at, to) => {
      readFeedback(parseMessage(report.subarray(0, at)))
      readFeedback(
        parseMessage(latin1(fromLatin1(report).replace(fromLatin1(report).slice(at, to), ''))),
      )
    }),
  ))

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromUtf8, latin1, utf8 } from '../../core/bytes.ts'
import { sectionLabel } from '../../core/section.ts'
import { slice } from '../../core/span.ts'
import { fieldNamed } from '../field.ts'
import { parseMessage } from '../parse.ts'
import { composeDsn, type DsnDraft } from './compose.ts'
import { wantsDsn } from './notify.ts'
import { parseDsn } from './read.ts'
import { explainStatus } from './status.ts'
import { decodeRecipient, decodeXtext, encodeRecipient, encodeXtext } from './xtext.ts'

/** After RFC 3464 Appendix E. */
const SAMPLE = `From: Mail Delivery Subsystem <MAILER-DAEMON@cs.example>
To: <owner@cs.example>
Subject: Returned mail
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
 boundary="RAA14128.773615765/CS.EXAMPLE"

--RAA14128.773615765/CS.EXAMPLE

The original message was received at Sat, 9 Jul 1994 17:19:35 -0400

--RAA14128.773615765/CS.EXAMPLE
content-type: message/delivery-status

Reporting-MTA: dns; cs.example
Original-Envelope-Id: QQ314159
Arrival-Date: Sat, 9 Jul 1994 17:19:35 -0400

Original-Recipient: rfc822;louisl@larry.example
Final-Recipient: rfc822;louisl@larry.example
Action: failed
Status: 4.0.0 (for now)
Diagnostic-Code: smtp; 426 connection timed out
Remote-MTA: dns; mx.larry.example
Last-Attempt-Date: Sat, 9 Jul 1994 17:20:00 -0400

Final-Recipient: rfc822;ned@innosoft.example
Action: delayed
Status: 4.4.1
Will-Retry-Until: Thu, 14 Jul 1994 17:19:35 -0400

--RAA14128.773615765/CS.EXAMPLE
content-type: message/rfc822

From: owner@cs.example
Subject: Hello

Hi there.

--RAA14128.773615765/CS.EXAMPLE--
`.replaceAll('\n', '\r\n')

const read = (text: string) => parseDsn(parseMessage(latin1(text)))

test('a notification as RFC 3464 shows it is read without a problem', () => {
  const { dsn, explanation, original, problems } = read(SAMPLE)
  expect(problems).toEqual([])
  expect(dsn).toMatchObject({
    originalEnvelopeId: 'QQ314159',
    reportingMta: { type: 'dns', value: 'cs.example' },
    arrivalDate: Date.UTC(1994, 6, 9, 21, 19, 35),
    recipients: [
      {
        originalRecipient: { type: 'rfc822', value: 'louisl@larry.example' },
        action: 'failed',
        status: { code: '4.0.0', outcome: 'temporary' },
        diagnosticCode: { type: 'smtp', value: '426 connection timed out' },
        remoteMta: { value: 'mx.larry.example' },
      },
      {
        finalRecipient: { value: 'ned@innosoft.example' },
        action: 'delayed',
        willRetryUntil: Date.UTC(1994, 6, 14, 21, 19, 35),
      },
    ],
  })
  expect(slice(SAMPLE, dsn!.recipients[1]!.span)).toMatch(
    /^Final-Recipient: rfc822;ned[^]*-0400\r\n$/,
  )
  expect(explanation).toContain('was received at')
  expect(original?.returned).toBe('full')
  expect(fromUtf8(original!.bytes)).toBe(
    'From: owner@cs.example\r\nSubject: Hello\r\n\r\nHi there.\r\n',
  )
})

test.each([
  ['Reporting-MTA: dns; cs.example\r\n', '', 'dsn/missing', 'Original-Envelope-Id', '2.2.2'],
  ['Reporting-MTA: dns; cs', 'Reporting-MTA: cs', 'dsn/type', ' cs.example', '2.2.2'],
  [
    'Final-Recipient: rfc822;louisl@larry.example\r\n',
    '',
    'dsn/missing',
    'Original-Recipient',
    '2.3.2',
  ],
  ['Action: failed\r\n', '', 'dsn/missing', 'Original-Recipient', '2.3.3'],
  ['Action: failed', 'Action: bounced', 'dsn/action', ' bounced', '2.3.3'],
  ['Status: 4.0.0 (for now)', 'Status: 550', 'dsn/status', ' 550', '2.3.4'],
  ['Status: 4.0.0 (for now)', 'Status: 5.01.1', 'dsn/status', ' 5.01.1', '2.3.4'],
  ['Status: 4.0.0', 'Status: 2.0.0', 'dsn/contradiction', ' 2.0.0', '2.3.4'],
  ['Status: 4.4.1', 'Status: 5.4.1', 'dsn/contradiction', ' 5.4.1', '2.3.4'],
  ['Arrival-Date: Sat, 9', 'Arrival-Date: Sat, 99', 'dsn/date', ' Sat, 99', '2.2.5'],
  ['Action: delayed', 'Action: failed', 'dsn/retry', 'Final-Recipient: rfc822;ned', '2.3.9'],
  ['Action: failed', 'Action: failed\r\nAction: failed', 'dsn/repeated', 'Action', '2.2'],
  ['report-type=delivery-status', 'report-type=x', 'dsn/report-type', 'From:', '2'],
])('%j as %j: %s at %j, §%s', (from, to, code, where, section) => {
  const text = SAMPLE.replace(from, to)
  const [problem] = read(text).problems
  expect(problem?.code).toBe(code)
  expect(slice(text, problem!.span).startsWith(where)).toBe(true)
  expect(sectionLabel(problem!.source)).toBe(`RFC 3464 §${section}`)
})

test('a report without its first group is read all the same', () => {
  const text = SAMPLE.replace(/Reporting-MTA[^]*?\r\n\r\n/, '')
  expect(read(text).dsn?.recipients).toHaveLength(2)
  expect(read(text).problems[0]?.code).toBe('dsn/missing')
})

test('any other mail is none', () =>
  expect(read('From: a@b.example\r\n\r\nHi\r\n')).toEqual({ problems: [] }))

const MESSAGE = utf8('From: ann@example.org\r\nSubject: Hé\r\n\r\nHello.\r\n')
const AT = Date.UTC(2026, 5, 1)
const draft: DsnDraft = {
  ...{
    reportingMta: 'mx.example.com',
    to: 'ann@example.org',
    at: AT,
    messageId: '<1@mx.example.com>',
  },
  envelopeId: 'QQ 314',
  receivedFrom: { helo: 'mail.example.org', ip: '192.0.2.1' },
  arrivedAt: AT - 60_000,
  deliveries: [
    {
      ...{
        recipient: 'bob@example.net',
        originalRecipient: 'rfc822;bob@example.com',
        action: 'failed',
      },
      ...{
        status: '5.1.1',
        diagnostic: '550-5.1.1 No such\r\n550 5.1.1 mailbox',
        remoteMta: 'mx.example.net',
        lastAttempt: AT,
      },
    },
    {
      recipient: 'eve@example.net',
      action: 'delayed',
      status: '4.4.1',
      willRetryUntil: AT + 86_400_000,
    },
    { recipient: 'zoe@example.com', action: 'relayed', status: '2.1.9', finalLogId: 'A1' },
  ],
  original: MESSAGE,
}

test('what is written is read back', () => {
  const message = parseMessage(composeDsn(draft))
  expect(message.problems).toEqual([])
  const { dsn, original, explanation, problems } = parseDsn(message)
  expect(problems).toEqual([])
  expect(dsn).toMatchObject({
    originalEnvelopeId: 'QQ 314',
    receivedFromMta: { type: 'dns', value: 'mail.example.org (192.0.2.1)' },
    arrivalDate: AT - 60_000,
  })
  expect(
    dsn?.recipients.map(({ finalRecipient, action, status }) => [
      finalRecipient?.value,
      action,
      status?.code,
    ]),
  ).toEqual([
    ['bob@example.net', 'failed', '5.1.1'],
    ['eve@example.net', 'delayed', '4.4.1'],
    ['zoe@example.com', 'relayed', '2.1.9'],
  ])
  expect(dsn?.recipients[0]).toMatchObject({
    originalRecipient: { type: 'rfc822', value: 'bob@example.com' },
    diagnosticCode: { type: 'smtp', value: '550-5.1.1 No such 550 5.1.1 mailbox' },
    lastAttemptDate: AT,
  })
  expect(original?.bytes).toEqual(MESSAGE)
  expect(explanation).toContain('There is no mailbox of that name')
})

test.each([
  ['a failure', {}, 'full'],
  ['a failure with RET=HDRS', { returned: 'headers' as const }, 'headers'],
  ['a failure with nothing back', { returned: 'nothing' as const }, undefined],
  ['a delay', { deliveries: draft.deliveries.slice(1, 2) }, 'headers'],
])('%s brings back %s', (_, more, returned) => {
  const { original } = parseDsn(parseMessage(composeDsn({ ...draft, ...more })))
  expect(original?.returned).toBe(returned)
})

test('its subject states the worst, and its header that a machine wrote it', () => {
  const message = parseMessage(composeDsn(draft))
  expect(fieldNamed(message, 'Subject')?.value).toContain('Undelivered')
  expect(fieldNamed(message, 'Auto-Submitted')?.value).toBe('auto-replied')
})

test.each([
  ['5.1.1', 'permanent', 'no mailbox of that name', 'RFC 3463 §3.2'],
  ['4.4.1', 'temporary', 'No answer came', 'RFC 3463 §3.5'],
  ['2.0.0', 'success', 'went well', 'RFC 3463 §3.1'],
  ['5.7.26', 'permanent', 'Several checks', 'RFC 7372'],
  ['5.3.99', 'permanent', 'mail system of the recipient', 'RFC 3463 §3.4'],
  ['4.9.9', 'temporary', 'does not know', 'RFC 3463 §3'],
])('%s: %s, %s, %s', (code, outcome, text, section) => {
  const status = explainStatus(code)
  expect(status).toMatchObject({ code, outcome })
  expect(status?.meaning).toContain(text)
  expect(sectionLabel(status!.source)).toBe(section)
})

test.each(['', '5', '5.1', '3.1.1', '5.01.1', '5.1.1000', '5.1.1 x'])('%j is no status', (code) =>
  expect(explainStatus(code)).toBeUndefined(),
)

test.each([
  ['failed', undefined, true],
  ['delivered', undefined, false],
  ['delayed', undefined, true],
  ['failed', 'never', false],
  ['relayed', ['success'], true],
  ['failed', ['success'], false],
] as const)('%s with NOTIFY %j is reported: %s', (action, notify, notified) =>
  expect(wantsDsn(action, notify)).toBe(notified),
)

test('any text survives xtext', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(encodeXtext(text)).toMatch(/^[!-~]*$/)
      expect(decodeXtext(encodeXtext(text))).toBe(text)
    }),
    { seed: 3461, numRuns: 200 },
  ))

test.each(['+', '+4', '+4g', '+ff', 'a b', '='])('%j is no xtext', (text) =>
  expect(decodeXtext(text)).toBeUndefined(),
)

test.each([
  ['rfc822', 'ann+old@example.org', 'ann+2Bold@example.org'],
  ['utf-8', 'ann+old@example.org', 'ann\\x{2B}old@example.org'],
  ['UTF-8', 'zoë@例.example', 'zo\\x{EB}@\\x{4F8B}.example'],
  ['utf-8', '🐌@example.org', '\\x{1F40C}@example.org'],
])('the address of an ORCPT of the type %s: %s', (type, address, encoded) => {
  expect(encodeRecipient(type, address)).toBe(encoded)
  expect(decodeRecipient(type, encoded)).toBe(address)
})

test('with SMTPUTF8 an address of the type utf-8 may stand as it is (RFC 6533 §3)', () =>
  expect(decodeRecipient('utf-8', 'zoë+x@例.example')).toBe('zoë+x@例.example'))

test.each([
  ['rfc822', 'zo+C3+AB@example.org', 'not printable ASCII once decoded'],
  ['utf-8', 'a b', 'a space'],
  ['utf-8', 'a\\b', 'a lone backslash'],
  ['utf-8', '\\x{D800}', 'half a pair'],
  ['utf-8', '\\x{110000}', 'beyond Unicode'],
  ['utf-8', '\\x{0A}', 'a control character'],
  ['utf-8', '', 'nothing'],
])('an ORCPT of the type %s is refused: %j, %s', (type, encoded) =>
  expect(decodeRecipient(type, encoded)).toBeUndefined(),
)

test('a notification with anything cut out is read, with spans inside', () =>
  fc.assert(
    fc.property(fc.nat(SAMPLE.length), fc.nat(SAMPLE.length), (from, to) => {
      const text = SAMPLE.slice(0, from) + SAMPLE.slice(to)
      for (const { span } of read(text).problems) {
        expect(span.from).toBeGreaterThanOrEqual(0)
        expect(span.to).toBeLessThanOrEqual(text.length)
      }
    }),
    { seed: 3464, numRuns: 200 },
  ))

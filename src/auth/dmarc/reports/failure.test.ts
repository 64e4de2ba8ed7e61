import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runSync } from '../../../core/effects.ts'
import { fromUtf8, latin1, utf8 } from '../../../core/bytes.ts'
import { slice } from '../../../core/span.ts'
import { createResolver } from '../../../dns/resolver.ts'
import { parseZone } from '../../../dns/zone/parse.ts'
import { parseMessage } from '../../../message/parse.ts'
import { authenticate } from '../../authenticate.ts'
import { parseDmarc } from '../parse.ts'
import { composeFailureReport } from './compose-failure.ts'
import { failureReportOf, unaligned, wantsFailureReport } from './failure-of.ts'
import { readFailureReport } from './read-failure.ts'

/** After RFC 9991 Appendix A. */
const SAMPLE = `From: DMARC Filter <DMARC@gen.example>
To: dmarcfail@consumer.example
Date: Tue, 19 Jul 2022 00:57:48 -0500 (CDT)
Subject: FW: This is the original subject
Mime-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report;
  boundary="=_mime_boundary_"

This is a MIME-formatted message.

--=_mime_boundary_
Content-Type: text/plain; charset=utf-8

This is an authentication failure report.

--=_mime_boundary_
Content-Type: message/feedback-report
Content-Transfer-Encoding: 7bit

Feedback-Type: auth-failure
Version: 1
User-Agent: DMARC-Filter/1.2.3
Auth-Failure: dmarc
Authentication-Results: gen.example;
  dmarc=fail header.from=consumer.example
Identity-Alignment: dkim
DKIM-Domain: consumer.example
DKIM-Identity: @consumer.example
DKIM-Selector: epsilon
Original-Envelope-Id: 65E1A3F0A0
Original-Mail-From: author=gen.example@forwarder.example
Source-IP: 192.0.2.2
Source-Port: 12345
Reported-Domain: consumer.example

--=_mime_boundary_
Content-Type: message/rfc822; charset=utf-8

From: Message Author <author@consumer.example>
Subject: This is the original subject

[ Message body was here ]
--=_mime_boundary_--
`.replaceAll('\n', '\r\n')

const read = (text: string) => readFailureReport(parseMessage(latin1(text)))

test('a report as RFC 9991 shows it is read without a problem', () => {
  const { report, explanation, original, problems } = read(SAMPLE)
  expect(problems).toEqual([])
  expect(report).toMatchObject({
    ...{ feedbackType: 'auth-failure', version: '1', userAgent: 'DMARC-Filter/1.2.3' },
    ...{ authFailure: 'dmarc', identityAlignment: ['dkim'], dkimSelector: 'epsilon' },
    ...{ sourceIp: '192.0.2.2', sourcePort: 12345, reportedDomain: ['consumer.example'] },
    authenticationResults: ['gen.example;  dmarc=fail header.from=consumer.example'],
  })
  expect(explanation).toContain('authentication failure')
  expect(original?.returned).toBe('full')
  expect(fromUtf8(original!.bytes)).toContain('[ Message body was here ]')
})

test.each([
  ['auth-failure\r\nVersion: 1', 'auth-failure\r\nVersion: 2', 'feedback/value', ' 2'],
  ['auth-failure\r\nVersion: 1\r\n', 'auth-failure\r\n', 'feedback/missing', 'Feedback-Type'],
  ['Identity-Alignment: dkim\r\n', '', 'feedback/missing', 'Feedback-Type'],
  ['Identity-Alignment: dkim', 'Identity-Alignment: none, spf', 'feedback/value', ' none, spf'],
  ['Identity-Alignment: dkim', 'Identity-Alignment: dkim, dkim', 'feedback/value', ' dkim, dkim'],
  ['Source-IP: 192.0.2.2', 'Source-IP: here', 'feedback/value', ' here'],
  ['Source-Port: 12345', 'Source-Port: 99999', 'feedback/value', ' 99999'],
  ['Auth-Failure: dmarc', 'Auth-Failure: luck', 'feedback/value', ' luck'],
  ['DKIM-Domain', 'Version: 1\r\nDKIM-Domain', 'feedback/repeated', 'Version'],
  ['report-type=feedback-report', 'report-type=other', 'feedback/report-type', 'From:'],
])('%j as %j: %s at %j', (from, to, code, where) => {
  const text = SAMPLE.replace(from, to)
  const [problem, ...more] = read(text).problems
  expect(more).toEqual([])
  expect(problem?.code).toBe(code)
  expect(slice(text, problem!.span).startsWith(where)).toBe(true)
})

test('any other mail is no failure report', () => {
  expect(read('From: a@b.example\r\n\r\nHi\r\n')).toEqual({ problems: [] })
  expect(read(SAMPLE.replace('message/feedback-report', 'text/plain')).report).toBeUndefined()
})

const ZONE = parseZone(
  `@ TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=reject; ruf=mailto:f@example.org; fo=1"\n`,
  { origin: 'example.org' },
).zone
const MESSAGE = utf8('From: Ann <ann@example.org>\r\nSubject: Hé\r\n\r\nHello.\r\n')

function judged() {
  const dns = createResolver([ZONE])
  const input = { ip: '192.0.2.9', helo: 'mx.example.net', mailFrom: 'ann@example.org' }
  const found = runSync(
    authenticate({ ...input, message: MESSAGE, now: 0, authservId: 'mx.example.com' }),
    (question) => (question.ask === 'dns' ? dns.query(question.name, question.type) : undefined),
  )
  return {
    ...{ spf: found.spf, dkim: found.dkim.signatures, dmarc: found.dmarc, header: found.header },
    ...{
      ip: input.ip,
      mailFrom: input.mailFrom,
      rcptTo: ['bob@example.com'],
      at: Date.UTC(2026, 5, 1),
    },
    ...{ deliveryResult: 'reject' as const, userAgent: 'HELO-World/1.0' },
  }
}

test('a message that failed is reported with what was found', () => {
  const report = failureReportOf(judged())
  expect(report).toMatchObject({
    ...{ identityAlignment: ['dkim', 'spf'], deliveryResult: 'reject', sourceIp: '192.0.2.9' },
    spfDns: ['txt : example.org : "v=spf1 -all"'],
    reportedDomain: ['example.org'],
  })
})

test.each(['headers', 'full'] as const)('what is written is read back, with %s', (returned) => {
  const report = {
    ...failureReportOf(judged()),
    dkimCanonicalizedBody: `Hello.\r\n${'x'.repeat(200)}`,
    incidents: 3,
  }
  const bytes = composeFailureReport({
    ...{ report, from: 'reports@example.com', to: 'f@example.org', at: Date.UTC(2026, 5, 1) },
    ...{ messageId: '<1@example.com>', original: MESSAGE, returned },
  })
  const message = parseMessage(bytes)
  expect(message.problems).toEqual([])
  const found = readFailureReport(message)
  expect(found.problems).toEqual([])
  expect(found.report).toEqual(report)
  expect(found.original?.returned).toBe(returned)
  expect(fromUtf8(found.original!.bytes)).toMatch(
    returned === 'full' ? /Hé\r\n\r\nHello/ : /Hé\r\n$/,
  )
})

test.each([
  ['0', false, true, false],
  ['1', true, true, false],
  ['s', true, true, true],
  ['d', false, false, false],
  ['x', false, true, false],
  ['', false, true, false],
])(
  'fo=%s asks: one vouched %s, none vouched %s, both vouched but SPF %s',
  (fo, one, none, both) => {
    const record = parseDmarc(`v=DMARC1; p=none; ruf=mailto:f@a.example; fo=${fo}`)
    const wants = (spf: boolean, dkim: boolean): boolean => {
      const base = judged()
      const alignment = { domain: 'a.example', result: 'pass', mode: 'relaxed' as const }
      const dmarc = {
        ...base.dmarc,
        alignment: { spf: { ...alignment, aligned: spf }, dkim: [{ ...alignment, aligned: dkim }] },
      }
      return wantsFailureReport(record, { ...base, dmarc, dkim: [] })
    }
    expect([wants(false, true), wants(false, false), wants(true, true)]).toEqual([one, none, both])
  },
)

test('no domain gets one without asking', () =>
  expect(wantsFailureReport(parseDmarc('v=DMARC1; p=none'), judged())).toBe(false))

test('what failed is named', () => expect(unaligned(judged().dmarc)).toEqual(['dkim', 'spf']))

test('a report cut anywhere is read as far as it goes', () =>
  fc.assert(
    fc.property(fc.nat(SAMPLE.length), fc.nat(SAMPLE.length), (from, to) => {
      const text = SAMPLE.slice(0, from) + SAMPLE.slice(to)
      for (const { span } of read(text).problems) {
        expect(span.from).toBeGreaterThanOrEqual(0)
        expect(span.to).toBeLessThanOrEqual(text.length)
      }
    }),
    { seed: 9991, numRuns: 200 },
  ))

import { expect, test } from 'vitest'
import type { Authentication } from '../../../auth/authenticate.ts'
import { latin1 } from '../../../core/bytes.ts'
import type { WorldEvent } from '../../../world/events/index.ts'
import { exampleEvents } from '../../../world/log/testing/example-events.ts'
import type { QueueEntry } from '../../../world/outbox/outbox.ts'
import type { World } from '../../../world/world.ts'
import type { Evidence } from '../../evidence.ts'
import { evidence, journey, message, talk } from '../../testing/evidence.ts'
import { zoneEvidence } from '../../testing/zone-evidence.ts'
import type { Source } from '../card.ts'
import { rowsOf } from '../rows.ts'

const rows = (source: Source, seen: Evidence) =>
  rowsOf(source, seen).map(({ name, text }) => `${name} | ${text}`)

test('what happened, at a host, of some types, the newest', () => {
  const seen = evidence({ events: Object.values(exampleEvents).flat() })
  const host = 'mail.example.org'
  expect(rows({ kind: 'events', host, types: ['deferred', 'undeliverable'] }, seen)).toEqual([
    'deferred mail.example.org | mail.example.org keeps a message to bob@example.net, to try again in 15 minutes: 450 later',
    'undeliverable mail.example.org | A message to x@example.com is undeliverable: No MX.',
  ])
  expect(
    rows({ kind: 'events', types: ['deferred', 'undeliverable'], to: 'BOB@Example.net' }, seen),
  ).toHaveLength(1)
  expect(rows({ kind: 'events', types: ['decided'], newest: 1 }, seen)).toEqual([
    'decided vacation mx.example.net | mx.example.net, vacation: the null sender is dropped. It is not answered.',
  ])
  expect(rows({ kind: 'events', host: 'nowhere.test' }, seen)).toEqual([])
})

test('by default, what the list of activity shows', () => {
  const events = [...talk(['EHLO a → 250 hello']), ...exampleEvents.closed]
  expect(rows({ kind: 'events' }, evidence({ events }))).toEqual([
    'opened mx.example.org | Connection 1: desk.example.net speaks SMTP to mx.example.org.',
    'closed mx.example.org | Connection 1 is closed.',
  ])
})

const asked = (name: string, by: string): WorldEvent => ({
  ...{ at: 0, type: 'dns', by },
  question: { ask: 'dns', name, type: 'MX' },
  answer: {
    status: 'ok',
    aliases: [{ name, ttl: 60, type: 'CNAME', target: 'example.net' }],
    records: [
      { name: 'example.net', ttl: 60, type: 'MX', preference: 10, exchange: 'mx.example.net' },
    ],
  },
})

test('the newest answer of the DNS, as a listing', () => {
  const seen = evidence({ events: [asked('a.test', 'desk'), asked('b.test', 'mail')] })
  expect(rows({ kind: 'dns', host: 'desk', name: 'A.test', type: 'mx' }, seen)).toEqual([
    'status | ;; status: NOERROR',
    'question | ;; question: a.test. IN MX',
    'CNAME | a.test. 60 IN CNAME example.net.',
    'MX | example.net. 60 IN MX 10 mx.example.net.',
  ])
  expect(rows({ kind: 'dns' }, seen)[1]).toBe('question | ;; question: b.test. IN MX')
  expect(rows({ kind: 'dns', name: 'c.test' }, seen)).toEqual([])
})

test('the records of a zone, and the words of one', () => {
  const seen = zoneEvidence([
    '@  60 IN  MX 10   mx',
    '@ IN TXT "v=spf1 mx" " -all"',
    '_dmarc IN TXT "v=DMARC1; p=none; "',
  ])
  const origin = 'example.org'
  expect(rows({ kind: 'zone', origin, type: 'mx' }, seen)).toEqual([
    'MX example.org | @ 60 IN MX 10 mx',
  ])
  expect(rows({ kind: 'zone', origin, type: 'MX', words: 'yes' }, seen)).toEqual([
    ...['owner | @', 'ttl | 60', 'class | IN', 'type | MX', '10 | 10', 'mx | mx'],
  ])
  const words = (name: string) =>
    rowsOf({ kind: 'zone', origin, type: 'TXT', name, words: 'yes' }, seen).map((row) => row.name)
  expect(words('example.org').slice(3)).toEqual(['v=spf1', 'mx', '-all'])
  expect(words('_dmarc.example.org').slice(3)).toEqual(['v=DMARC1', 'p=none'])
  expect(rows({ kind: 'zone', origin: 'example.net' }, seen)).toEqual([])
  expect(rows({ kind: 'zone', origin, type: 'SRV', words: 'yes' }, seen)).toEqual([])
})

const step = (kind: string, steps: readonly object[] = []) => ({
  ...{ kind, text: `\`${kind}\` was looked at.`, steps },
})
const authentication = {
  trace: step('auth', [step('dkim', [step('dkim/body-hash')]), step('dmarc')]),
  dkim: { trace: step('dkim', [step('dkim/body-hash')]) },
} as unknown as Authentication

test('the steps of a judgement, of a mail or of the newest message', () => {
  const own = message('Subject: a\n\nx\n')
  const judged = { ...own.message, delivery: { ...own.message.delivery!, authentication } }
  const seen = evidence({
    bob: [own, { ...own, message: judged }],
    journeys: [journey({ kind: 'rejected', code: 550, text: 'no', authentication })],
  })
  const all = ['dkim', 'dkim/body-hash', 'dmarc'].map((name) => `${name} | ${name} was looked at.`)
  expect(rows({ kind: 'trace', mail: 'letter' }, seen)).toEqual(all)
  expect(rows({ kind: 'trace', mailbox: 'bob@example.org', of: 'dkim' }, seen)).toEqual([all[1]])
  expect(rows({ kind: 'trace', mail: 'other' }, seen)).toEqual([])
})

test('what waits in a queue', () => {
  const entry = {
    ...{ tries: 2, nextTry: Date.parse('2026-05-04T09:15:00Z') },
    message: { id: 'a1', host: { name: 'mail.example.org' }, from: 'alice@example.org' },
    recipients: [
      {
        recipient: { address: 'bob@example.net' },
        outcome: { kind: 'refused', code: 450, enhanced: '4.7.1', text: 'Later' },
      },
    ],
  } as unknown as QueueEntry
  const seen = { ...evidence({}), world: { outbox: [entry] } as unknown as World }
  expect(rows({ kind: 'queue', host: 'mail.example.org' }, seen)).toEqual([
    'bob@example.net | a1 from <alice@example.org> to <bob@example.net>, tried 2 ×, next at 09:15: 4.7.1 450 Later',
  ])
  expect(rows({ kind: 'queue', host: 'mx.example.net' }, seen)).toEqual([])
})

const tls = { version: 'TLSv1.3', cipher: 'x' }
const sent = (from: 'client' | 'server', text: string, isSecret = false): WorldEvent => ({
  ...{ at: 0, type: 'wire', connection: 1, from, bytes: latin1(text) },
  ...(isSecret && { tls }),
})

test('the lines of a connection, and what an eavesdropper has of them', () => {
  const events = [
    ...talk([]),
    ...[sent('server', '* OK hi\r\n'), sent('client', 'a SEL'), sent('client', 'ECT INBOX\r\n')],
    ...[sent('server', '* 3 EXISTS\r\na OK done\r\n'), sent('client', 'secret\r\n', true)],
  ]
  const wire: Source = { kind: 'wire', host: 'mx.example.org' }
  const seen = evidence({ events })
  expect(rowsOf(wire, seen).map(({ name }) => name)).toEqual([
    ...['S * OK hi', 'C a SELECT INBOX', 'S * 3 EXISTS', 'S a OK done', 'C secret'],
  ])
  expect(rows({ ...wire, who: 'client', reader: 'eavesdropper' }, seen)).toEqual([
    ...['C a SELECT INBOX | a SELECT INBOX', 'tls | (8 octets under TLS)'],
  ])
  expect(rows({ ...wire, port: 143 }, seen)).toEqual([])
})

const bounce = [
  'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
  ...['', '--x', '', 'It failed.', '--x', 'Content-Type: message/delivery-status', ''],
  ...['Reporting-MTA: dns; mail.example.org', ''],
  ...['Final-Recipient: rfc822; eve@example.net', 'Action: failed', 'Status: 5.1.1'],
  ...['Diagnostic-Code: smtp; 550 5.1.1', ' No such mailbox', '', '--x--', ''],
].join('\n')

test('the fields of a bounce, of the newest or of one about a recipient', () => {
  const seen = evidence({ bob: [message(bounce)] })
  const mailbox = 'bob@example.org'
  const all = [
    'Reporting-MTA | Reporting-MTA: dns; mail.example.org',
    'Final-Recipient | Final-Recipient: rfc822; eve@example.net',
    'Action | Action: failed',
    'Status | Status: 5.1.1',
    'Diagnostic-Code | Diagnostic-Code: smtp; 550 5.1.1 No such mailbox',
  ]
  expect(rows({ kind: 'report', mailbox }, seen)).toEqual(all)
  expect(rows({ kind: 'report', mailbox, recipient: 'eve@example.net' }, seen)).toEqual(all)
  expect(rows({ kind: 'report', mailbox, recipient: 'dan@example.net' }, seen)).toEqual([])
  expect(rows({ kind: 'report', mailbox: 'eve@example.net' }, seen)).toEqual([])
})

test('the hops of a message, called by the servers that wrote them', () => {
  const hops = 'Received: from a.test\n by mx.test; today\nReceived: from b.test\nSubject: x\n\n'
  const seen = evidence({ bob: [message(hops)] })
  expect(rows({ kind: 'received', mailbox: 'bob@example.org' }, seen)).toEqual([
    'mx.test | Received: from a.test by mx.test; today',
    ' | Received: from b.test',
  ])
})

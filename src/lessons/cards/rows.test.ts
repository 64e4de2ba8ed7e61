import { expect, test } from 'vitest'
import type { SpfVerdict } from '../../auth/spf/verdict.ts'
import type { Step } from '../../core/trace.ts'
import { utf8 } from '../../core/bytes.ts'
import type { WorldEvent } from '../../world/events/index.ts'
import type { StoredMessage } from '../../world/stored-message.ts'
import {
  evidence,
  journey,
  message,
  senderReport,
  talk,
  type SmtpLine,
} from '../testing/evidence.ts'
import type { Source } from './card.ts'
import { fits, rowsOf } from './rows.ts'
import { rowsOfMessage } from './sources/message.ts'

const bob = [
  message('Subject: Old\n\nx\n'),
  message(
    'Subject: New\nAuthentication-Results: mx.example.org; spf=pass  (so)\n smtp.mailfrom=a;\n dmarc=fail\n\nDear Bob,\n\nTwelve.\n',
  ),
]

const spfTwice =
  'Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=a; spf=none smtp.helo=b\n\nx\n'

const check = (domain: string, steps: readonly Partial<Step>[]) =>
  ({ kind: 'spf/check', facts: { domain }, steps }) as unknown as Step
const term = (text: string, ...steps: readonly Step[]) =>
  ({ kind: 'spf/mechanism', facts: { term: text }, steps }) as unknown as Step

const spf = senderReport('Own', 'fail', 'So it is.')
const trace = check('example.org', [
  term('ip4:192.0.2.1'),
  term('include:v.test', check('v.test', [term('-all')])),
  term('-all'),
])
const senders = [{ ...spf, verdict: { ...spf.verdict, trace } as SpfVerdict }]

const delivered = journey({
  ...{ kind: 'inbox', mailbox: 'bob@example.org' },
  message: bob[1]!.message as unknown as StoredMessage,
})
const rejected = journey({ kind: 'rejected', code: 550, text: 'no' })

const events = [
  ...talk(['→ 220 old', 'EHLO a → 250 hello'], 1),
  ...talk(['→ 220 ready', 'MAIL FROM:<a@b.example> → 250 ok', '. → 250 taken'], 2),
]

const seen = evidence({ bob, senders, events, journeys: [delivered] })
const named = (source: Source, given = seen) => rowsOf(source, given).map(({ name }) => name)

test.each<[string, Source, string[]]>([
  [
    'the newest session',
    { kind: 'session', host: 'mx.example.org' },
    ['S greeting 220', 'C MAIL', 'S MAIL 250', 'C .', 'S . 250'],
  ],
  [
    'the newest session with a verb',
    { kind: 'session', host: 'mx.example.org', having: 'EHLO' },
    ['S greeting 220', 'C EHLO', 'S EHLO 250'],
  ],
  [
    'a session from a verb on',
    { kind: 'session', host: 'mx.example.org', begin: 'MAIL', who: 'client' },
    ['C MAIL', 'C .'],
  ],
  ['no session with that host', { kind: 'session', host: 'mx.example.net' }, []],
  [
    'the terms of a check, includes too',
    { kind: 'spf', sender: 'own' },
    ['ip4:192.0.2.1', 'include:v.test', 'v.test -all', '-all'],
  ],
  ['no such sender', { kind: 'spf', sender: 'nobody' }, []],
  [
    'the newest message',
    { kind: 'message', mailbox: 'Bob@example.org' },
    ['Return-Path', 'Subject', 'Authentication-Results', 'body', 'body', 'body'],
  ],
  [
    'the parts of a field',
    { kind: 'message', mailbox: 'bob@example.org', field: 'authentication-results' },
    ['mx.example.org', 'spf', 'dmarc'],
  ],
  ['no such field', { kind: 'message', mailbox: 'bob@example.org', field: 'Date' }, []],
  ['no such mailbox', { kind: 'message', mailbox: 'carol@example.org' }, []],
  ['a mail as it arrived', { kind: 'mail', id: 'letter', field: 'Subject' }, ['New']],
  ['lines', { kind: 'lines', lines: ['a', 'b'] }, ['a', 'b']],
])('%s', (_, source, names) => expect(named(source)).toEqual(names))

test('parts of a field that begin alike are called by two words', () =>
  expect(rowsOfMessage(utf8(spfTwice), 'Authentication-Results').map(({ name }) => name)).toEqual([
    'mx.example.org',
    'spf smtp.mailfrom',
    'spf smtp.helo',
  ]))

test('of the newest transaction, what the server said yes to, and what came next', () => {
  const said: readonly SmtpLine[] = [
    '→ 220 ready',
    'EHLO a → 250 hello',
    'MAIL FROM:<a@b.example> → 250 old',
    '. → 250 taken',
    'HELP → 214 help',
    'MAIL FROM:<a@b.example> → 250 ok',
    'DATA → 503 no',
    'RCPT TO:<b@c.example> → 250 ok',
    'DATA → 354 go',
    '. → 250 taken',
    'RSET → 250 ok',
    'MAIL FROM:<a@b.example> → 250 next',
    'RCPT TO:<c@c.example> → 250 next',
  ]
  const seen = evidence({ events: [...talk(said, 1), ...talk(['→ 220 again'], 2)] })
  const source = { kind: 'session', host: 'mx.example.org', part: 'transaction' } as const
  expect(named({ ...source, who: 'server' }, seen)).toEqual([
    'S MAIL 250',
    'S RCPT 250',
    'S DATA 354',
    'S . 250',
    'S RSET 250',
  ])
  expect(named(source, evidence({ events: talk(['→ 220 ready', '. → 550 no'], 1) }))).toEqual([])
})

test('the lines of a message are rows where they are shown', () => {
  const sent = (text: string): WorldEvent => ({
    ...{ type: 'wire', at: 0, connection: 1, from: 'client', bytes: utf8(text) },
  })
  const [opened, data, dot] = talk(['DATA → 354 go', '. → 250 taken'])
  const events = [
    opened!,
    sent('DATA\r\n'),
    data!,
    sent('To: b\r\n\r\n'),
    sent('Hi\r\n.\r\n'),
    dot!,
  ]
  const source = { kind: 'session', host: 'mx.example.org', message: 'shown' } as const
  const rows = rowsOf(
    { ...source, client: 'desk.example.net', who: 'client' },
    evidence({ events }),
  )
  expect(rows.map(({ name, text }) => `${name}|${text}`)).toEqual([
    ...['C DATA|DATA', 'message To|To: b', 'message|', 'message|Hi', 'C .|.'],
  ])
})

test('of a mail that was rejected there are no rows', () =>
  expect(named({ kind: 'mail', id: 'letter' }, evidence({ journeys: [rejected] }))).toEqual([]))

test('rows have keys of their own', () => {
  const keys = rowsOf({ kind: 'message', mailbox: 'bob@example.org' }, seen).map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
})

const row = { key: 'r', name: 'S MAIL 250', text: '250 Sender accepted' }

test.each([
  [{ name: 's mail 250' }, true],
  [{ name: 'S MAIL' }, false],
  [{ name: 'S MAIL*' }, true],
  [{ has: 'SENDER' }, true],
  [{ name: 'S MAIL*', has: 'refused' }, false],
])('%o fits: %o', (pattern, isFitting) => expect(fits(pattern, row)).toBe(isFitting))

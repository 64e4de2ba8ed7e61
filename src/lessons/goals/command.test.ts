import { expect, test } from 'vitest'
import { evidence, talk, type SmtpLine } from '../testing/evidence.ts'
import { judge } from './index.ts'

const session: readonly SmtpLine[] = [
  '→ 220 mx.example.org ready',
  'EHLO desk → 250 hello',
  'MAIL FROM:<a@example.net> → 250 ok',
  'RCPT TO:<Bob@example.org> → 550 5.1.1 no such user',
  'RCPT TO:<bob@EXAMPLE.org> NOTIFY=NEVER → 250 ok',
]

const stand = (params: object, lines: readonly SmtpLine[]) =>
  judge({ kind: 'command', ...params }, evidence({ events: lines.length ? talk(lines) : [] }))

test.each([
  ['the greeting', { verb: 'greeting', code: 220 }],
  ['a verb in any case', { verb: 'ehlo' }],
  ['one of several verbs', { verb: ['HELO', 'EHLO'] }],
  ['a class of codes', { verb: 'EHLO', code: '2xx' }],
  ['one of several codes', { verb: 'RCPT', code: [251, 550] }],
  ['any verb at all', { code: 550 }],
  ['an address, its domain in any case', { verb: 'RCPT', address: 'bob@example.org', code: 250 }],
  ['an address as the server reads it', { verb: 'RCPT', address: 'BOB@example.org', code: 250 }],
  ['a path without a fault', { verb: 'RCPT', fault: 'none', code: 250 }],
  ['a part of the argument', { verb: 'RCPT', has: 'notify', code: 250 }],
  ['an argument without a part', { verb: 'RCPT', lacks: 'NOTIFY', code: 550 }],
  ['a host and a port', { verb: 'EHLO', host: 'mx.example.org', port: 25 }],
  ['the last command', { verb: 'RCPT', code: 250, at: 'last' }],
])('%s is met', (_, params) => expect(stand(params, session)).toEqual({ met: true }))

test.each([
  [
    'no connection',
    { verb: 'EHLO', host: 'mx.example.org' },
    [],
    'No connection to `mx.example.org` yet: it greets you first.',
  ],
  [
    'another host',
    { verb: 'EHLO', host: 'mail.example.org' },
    session,
    'No connection to `mail.example.org` yet: it greets you first.',
  ],
  [
    'not yet sent',
    { verb: 'DATA', code: 354 },
    session,
    'Last, the answer to `RCPT TO:<bob@EXAMPLE.org> NOTIFY=NEVER` was `250 ok`. Still to come: `DATA`.',
  ],
  [
    'only greeted',
    { verb: 'EHLO', code: 250 },
    session.slice(0, 1),
    'Last, the server greeted you with `220 mx.example.org ready`. Still to come: `EHLO`.',
  ],
  [
    'refused',
    { verb: 'RCPT', address: 'bob@example.org', code: 250 },
    [...session.slice(0, 3), 'RCPT TO:<bob@example.org> → 450 4.2.0 later'] as const,
    'So far the answer to `RCPT TO:<bob@example.org>` was `450 4.2.0 later`; this waits for 250.',
  ],
  [
    'another address',
    { verb: 'RCPT', address: 'carol@example.org' },
    session.slice(0, 4),
    'So far the answer to `RCPT TO:<Bob@example.org>` was `550 5.1.1 no such user`; what counts is `RCPT` for `carol@example.org`.',
  ],
  [
    'no longer the last',
    { verb: 'RCPT', code: 550, at: 'last' },
    session,
    'So far the answer to `RCPT TO:<bob@EXAMPLE.org> NOTIFY=NEVER` was `250 ok`; this waits for 550.',
  ],
])('%s: %o', (_, params, lines, reason) =>
  expect(stand(params, lines)).toEqual({ met: false, reason }),
)

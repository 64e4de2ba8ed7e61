import { expect, test } from 'vitest'
import { evidence, talk, type SmtpLine } from '../testing/evidence.ts'
import { judge } from './index.ts'

const steps = [
  { verb: 'MAIL', code: 250 },
  { verb: 'DATA', code: 354 },
  { verb: '.', code: 250 },
]

const stand = (...sessions: readonly (readonly SmtpLine[])[]) =>
  judge(
    { kind: 'session', steps },
    evidence({ events: sessions.flatMap((lines, at) => talk(lines, at)) }),
  )

const mail = 'MAIL FROM:<a@example.net> → 250 ok'
const rcpt = 'RCPT TO:<bob@example.org> → 250 ok'

test('is met with others between, in order', () =>
  expect(stand([mail, rcpt, 'DATA → 354 go on', '. → 250 queued'])).toEqual({ met: true }))

test.each([
  ['nothing yet', [], 'No connection to a server yet: it greets you first.'],
  [
    'the next step is named',
    [[mail]],
    'In this session the answer to `MAIL FROM:<a@example.net>` was `250 ok`. Next comes `DATA`, answered with 354.',
  ],
  [
    'order counts',
    [['DATA → 354 go on', mail]],
    'In this session the answer to `MAIL FROM:<a@example.net>` was `250 ok`. Next comes `DATA`, answered with 354.',
  ],
  [
    'steps of two sessions do not add up',
    [[mail, 'DATA → 354 go on'], ['. → 250 queued']],
    'In this session the answer to `DATA` was `354 go on`. Next comes the dot on a line of its own, answered with 250.',
  ],
  [
    'a refusal is reported',
    [[mail, 'DATA → 503 5.5.1 RCPT first']],
    'In this session the answer to `DATA` was `503 5.5.1 RCPT first`. Next comes `DATA`, answered with 354.',
  ],
] as const)('%s', (_, sessions, reason) =>
  expect(stand(...sessions)).toEqual({ met: false, reason }),
)

const cut = (...sessions: readonly (readonly SmtpLine[])[]) =>
  judge(
    { kind: 'session', steps: steps.slice(0, 1), lacks: { verb: 'QUIT' }, closed: 'yes' },
    evidence({ events: sessions.flatMap((lines, at) => talk(lines, at)) }),
  )

test.each([
  [
    'a session that goes on is no missing connection',
    ['EHLO a → 250 ok'],
    'In this session the answer to `EHLO a` was `250 ok`. Next comes `MAIL`, answered with 250.',
  ],
  ['its end is missing', [mail], 'This connection is still open.'],
  [
    'what was not to come is named',
    [mail, 'QUIT → 221 bye'],
    'In this session the answer to `QUIT` was `221 bye`, which was not to come.',
  ],
] as const)('%s', (_, lines, reason) => expect(cut(lines)).toEqual({ met: false, reason }))

import { expect, test } from 'vitest'
import type { WorldEvent } from '../../world/events/index.ts'
import { evidence, talk, type SmtpLine } from '../testing/evidence.ts'
import { judge } from './index.ts'

const greeting: SmtpLine = '→ 220 ready'
const first = talk([greeting, 'EHLO a.example → 250 hello', 'MAIL FROM:<a@b.example> → 250 ok'], 1)
const second = talk([greeting, 'RCPT TO:<b@b.example> → 503 MAIL first'], 2)
const closed = { at: 0, type: 'closed', connection: 2 } as WorldEvent

const stand = (params: object, events: readonly WorldEvent[] = [...first, ...second]) =>
  judge({ kind: 'newest-session', ...params }, evidence({ events }))

test.each([
  ['a command in it', { has: { verb: 'RCPT', code: 503 } }],
  ['a command that was given before it alone', { lacks: { verb: 'EHLO', code: 250 } }],
  ['its last command', { last: { verb: 'RCPT', code: '5xx' } }],
  ['that it goes on', { closed: 'no' }],
  ['all at once', { closed: 'no', last: { verb: 'RCPT' }, lacks: { verb: 'MAIL' } }],
])('%s is met', (_, params) => expect(stand(params)).toEqual({ met: true }))

test('its end is met once it is over', () =>
  expect(stand({ closed: 'yes' }, [...first, ...second, closed])).toEqual({ met: true }))

test.each([
  ['no session', {}, [], 'No connection to a server yet.'],
  [
    'no command',
    { has: { verb: 'MAIL', code: 250 } },
    second,
    'In this session `MAIL` is still to come.',
  ],
  [
    'a command',
    { lacks: { verb: 'MAIL', code: 250 } },
    first,
    'In this session there was `MAIL` already.',
  ],
  [
    'no longer the last',
    { last: { verb: 'EHLO' } },
    first,
    'In this session `EHLO` is not the last.',
  ],
  ['over', { closed: 'no' }, [...second, closed], 'The session with a server is over.'],
  ['not over', { closed: 'yes' }, second, 'The session with a server is not over yet.'],
])('%s: not met', (_, params, events, reason) =>
  expect(stand(params, events)).toEqual({ met: false, reason }),
)

import { expect, test } from 'vitest'
import type { WorldEvent } from '../../world/events/index.ts'
import { evidence } from '../testing/evidence.ts'
import { judge } from './index.ts'

const command = { at: 0, type: 'command', connection: 1, protocol: 'imap', text: 'done' } as const
const events: readonly WorldEvent[] = [
  {
    ...{ at: 0, type: 'opened', connection: 1, port: 143 },
    ...{ from: 'phone.example.net', fromAddress: '198.51.100.7' },
    ...{ to: 'mx.example.net', toAddress: '198.51.100.25' },
  },
  { ...command, verb: '', argument: '', status: 'OK', tag: '*' },
  { ...command, verb: 'SELECT', argument: 'INBOX', status: 'OK' },
  { ...command, verb: 'COPY', argument: '1 Archive', status: 'NO', responseCode: 'TRYCREATE' },
  { ...command, verb: 'UID STORE', argument: '2 +FLAGS (\\Seen)', status: 'OK', tag: 'a3' },
]

const stand = (params: object, log = events) =>
  judge({ protocol: 'imap', ...params } as unknown as { kind: string }, evidence({ events: log }))

test.each([
  [{ kind: 'command', verb: 'select', status: 'OK', has: 'inbox' }],
  [{ kind: 'command', tag: 'A3', status: 'OK' }],
  [{ kind: 'command', verb: 'COPY', status: ['NO', 'BAD'], response: 'trycreate' }],
  [{ kind: 'command', verb: ['STORE', 'UID STORE'], at: 'last' }],
  [{ kind: 'command', verb: 'greeting', host: 'mx.example.net', port: 143 }],
  [{ kind: 'session', steps: [{ verb: 'SELECT' }, { verb: 'UID STORE', status: 'OK' }] }],
  [{ kind: 'newest-session', has: { verb: 'SELECT' }, lacks: { verb: 'LOGOUT' } }],
])('%o is met', (params) => expect(stand(params)).toEqual({ met: true }))

test.each([
  [
    { kind: 'command', verb: 'COPY', status: 'OK' },
    'So far the answer to `COPY 1 Archive` was `NO done`; this waits for `OK`.',
  ],
  [
    { kind: 'command', verb: 'LOGOUT', status: 'OK' },
    'Last, the answer to `UID STORE 2 +FLAGS (\\Seen)` was `OK done`. Still to come: `LOGOUT`.',
  ],
  [
    { kind: 'command', protocol: 'pop3', verb: 'USER' },
    'No connection to a server yet: it greets you first.',
  ],
  [
    { kind: 'command', verb: 'SELECT', code: 250 },
    'So far the answer to `SELECT INBOX` was `OK done`; this waits for 250.',
  ],
])('%o: %s', (params, reason) => expect(stand(params)).toEqual({ met: false, reason }))

test('without a protocol, commands of IMAP do not count', () =>
  expect(judge({ kind: 'command', verb: 'SELECT' }, evidence({ events }))).toMatchObject({
    met: false,
  }))

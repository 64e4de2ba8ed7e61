import { expect, test } from 'vitest'
import type { WorldEvent } from '../../../lab/types.ts'
import { heldEnvelope } from './held.ts'

const opened = (connection: number): WorldEvent => ({
  ...{ at: 0, type: 'opened', connection, from: 'desk.example.org', fromAddress: '192.0.2.7' },
  ...{ to: 'mx.example.net', toAddress: '198.51.100.25', port: 25 },
})

/** `MAIL FROM:<a@b> 250`: a command of connection 1, and its reply code. */
const said = (line: string, connection = 1): WorldEvent => {
  const [, verb = '', argument = '', code = ''] = /^(\S*) ?(.*?) ?(\d{3})$/.exec(line)!
  return {
    ...{ at: 0, type: 'command', protocol: 'smtp', connection, verb, argument },
    ...{ code: Number(code), text: '' },
  }
}

const MAIL = 'MAIL FROM:<alice@example.org> 250'
const RCPT = 'RCPT TO:<bob@example.net> 250'

const shown = (...lines: readonly string[]) => {
  const { places, isAccepted } = heldEnvelope([opened(1), ...lines.map((line) => said(line))])
  const words = places.map(({ values, refused }) => refused ?? (values.join(' ') || '-'))
  return `${words.join(' | ')}${isAccepted ? ' ✓' : ''}`
}

test.each([
  ['nothing at first', [], '- | - | -'],
  ['the sender', [MAIL], 'alice@example.org | - | -'],
  [
    'each recipient',
    [MAIL, RCPT, 'RCPT TO:<carol@example.net> 250'],
    'alice@example.org | bob@example.net carol@example.net | -',
  ],
  ['that a line was refused', ['RCPT TO:<bob@example.net> 503'], '- | 503 | -'],
  ['the better line after that', ['MAIL FROM: <a@b> 501', MAIL], 'alice@example.org | - | -'],
  ['nothing after RSET', [MAIL, RCPT, 'RSET 250'], '- | - | -'],
  [
    'a message under way',
    [MAIL, RCPT, 'DATA 354'],
    'alice@example.org | bob@example.net | being written down …',
  ],
  [
    'a message that was taken over',
    [MAIL, RCPT, 'DATA 354', '. 250', 'QUIT 221'],
    'alice@example.org | bob@example.net | taken over ✓',
  ],
  [
    'a new envelope after that',
    [MAIL, RCPT, 'DATA 354', '. 250', MAIL],
    'alice@example.org | - | -',
  ],
  [
    'a message that was refused',
    [MAIL, RCPT, 'DATA 354', '. 554'],
    'alice@example.org | bob@example.net | 554',
  ],
])('it holds %s', (_, lines, expected) => expect(shown(...lines)).toBe(expected))

test('what was begun is gone with the connection', () => {
  const events = [opened(1), said(MAIL), { at: 0, type: 'closed', connection: 1 } as const]
  expect(heldEnvelope(events)).toMatchObject({ isOpen: false, places: [{ values: [] }, {}, {}] })
})

test('the newest connection counts', () =>
  expect(heldEnvelope([opened(1), said(MAIL), opened(2)]).places[0]?.values).toEqual([]))

test('before any connection there is no host', () => expect(heldEnvelope([]).host).toBe(''))

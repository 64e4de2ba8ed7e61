import { describe, expect, test } from 'vitest'
import type { WorldEvent } from '../../world/events/index.ts'
import type { OpenTerminal } from '../open-terminals.ts'
import { imapStates, pop3States } from './mailbox-states.ts'
import { openConnection, stripOf, terminalConnection } from './session-strip.ts'
import { smtpStates } from './smtp-states.ts'

const opened = (port: number, connection = 1, from = 'desk'): WorldEvent => ({
  ...{ at: 0, type: 'opened', connection, from, fromAddress: '192.0.2.1' },
  ...{ to: 'mx', toAddress: '192.0.2.2', port },
})
const closed = (connection = 1): WorldEvent => ({ at: 0, type: 'closed', connection })

const smtp = (line: string): WorldEvent => {
  const [verb = '', code, argument = ''] = line.split(':')
  const head = { at: 0, type: 'command', protocol: 'smtp', connection: 1 } as const
  return { ...head, verb, argument, code: Number(code), text: '' }
}
const mailbox = (protocol: 'imap' | 'pop3', line: string): WorldEvent => {
  const [verb = '', status = ''] = line.split(':')
  return { at: 0, type: 'command', protocol, connection: 1, verb, argument: '', status, text: '' }
}

/** The strip in words: `Connected 220, (Greeted), Sender …`; the place where one stands in brackets. */
function strip(port: number, commands: readonly WorldEvent[]): string {
  const events = [opened(port), ...commands]
  const open = openConnection(events, 'desk')!
  const { stations } = stripOf(events, open, [smtpStates, imapStates, pop3States])!
  return stations
    .filter(({ status, code }) => status !== 'next' || code)
    .map(({ name, code, status }) => {
      const words = code ? `${name} ${code}` : name
      return status === 'now' ? `(${words})` : words
    })
    .join(', ')
}

const toRcpt = [':220', 'EHLO:250', 'MAIL:250', 'RCPT:250']

test.each<[string[], string]>([
  [[], '(Connected)'],
  [[':220'], 'Connected 220, (Greeted)'],
  [[':220', 'MAIL:503'], 'Connected 220, (Greeted)'],
  [[':220', 'EHLO:250'], 'Connected 220, Greeted 250, (Sender)'],
  [[':220', 'EHLO:250', 'RCPT:503'], 'Connected 220, Greeted 250, (Sender)'],
  [[...toRcpt, 'RCPT:550'], 'Connected 220, Greeted 250, Sender 250, Recipient 250, (Data)'],
  [
    [...toRcpt, 'DATA:354'],
    'Connected 220, Greeted 250, Sender 250, Recipient 250, Data 354, (Accepted)',
  ],
  [
    [...toRcpt, 'DATA:354', '.:250'],
    'Connected 220, Greeted 250, Sender 250, Recipient 250, Data 354, Accepted 250',
  ],
  [[...toRcpt, 'DATA:354', '.:550'], 'Connected 220, Greeted 250, (Sender)'],
  [
    [...toRcpt, 'DATA:354', '.:250', 'MAIL:250'],
    'Connected 220, Greeted 250, Sender 250, (Recipient)',
  ],
  [
    [...toRcpt, 'BDAT:250:10 LAST'],
    'Connected 220, Greeted 250, Sender 250, Recipient 250, Data 250, Accepted 250',
  ],
  [[...toRcpt, 'RSET:250'], 'Connected 220, Greeted 250, (Sender)'],
])('SMTP %j ▶ %s', (lines, words) => expect(strip(25, lines.map(smtp))).toBe(words))

test.each<['imap' | 'pop3', string[], string]>([
  ['imap', [':OK'], '(Not authenticated OK)'],
  ['imap', [':OK', 'LOGIN:NO'], '(Not authenticated OK)'],
  ['imap', [':OK', 'LOGIN:OK'], 'Not authenticated OK, (Authenticated OK)'],
  [
    'imap',
    [':OK', 'LOGIN:OK', 'SELECT:OK'],
    'Not authenticated OK, Authenticated OK, (Selected OK)',
  ],
  [
    'imap',
    [':OK', 'LOGIN:OK', 'SELECT:OK', 'CLOSE:OK'],
    'Not authenticated OK, (Authenticated OK)',
  ],
  ['pop3', [':+OK', 'USER:+OK'], 'Authorization +OK, (User named +OK)'],
  [
    'pop3',
    [':+OK', 'USER:+OK', 'PASS:+OK'],
    'Authorization +OK, User named +OK, (Transaction +OK)',
  ],
])('%s %j ▶ %s', (protocol, lines, words) =>
  expect(
    strip(
      protocol === 'imap' ? 143 : 110,
      lines.map((line) => mailbox(protocol, line)),
    ),
  ).toBe(words),
)

describe('the connection that is open', () => {
  test('is the newest of the terminal’s own host', () => {
    const events = [opened(25, 1), closed(1), opened(25, 2), opened(25, 3, 'mx')]
    expect(openConnection(events, 'desk')).toMatchObject({ connection: 2, at: 2 })
  })

  test.each([
    ['nothing was opened', []],
    ['it was closed', [opened(25), closed()]],
  ])('is none where %s', (_, events) => expect(openConnection(events, 'desk')).toBeUndefined())

  const all = [opened(25, 1), opened(25, 2), opened(143, 3, 'mx'), opened(25, 4, 'ns'), closed(4)]
  const terminal = { terminal: 2, host: 'desk', place: 'desk' }
  test.each<[what: string, terminal: OpenTerminal | undefined, connection: number | undefined]>([
    ['the only terminal', undefined, 2],
    ['one that talks over a connection', { ...terminal, running: 'nc', connection: 1 }, 1],
    ['one whose program opens them itself', { ...terminal, running: 'swaks' }, 2],
    ['one that stands at its prompt', terminal, undefined],
    ['one that was left for another host', { ...terminal, place: 'mx', running: 'mail' }, 3],
    ['one whose connection is over', { ...terminal, running: 'nc', connection: 4 }, undefined],
  ])('of %s is its own', (_, terminal, connection) =>
    expect(terminalConnection(all, 'desk', terminal)?.connection).toBe(connection),
  )

  test('has no strip where its protocol has no table', () => {
    const events = [opened(8080)]
    expect(stripOf(events, openConnection(events, 'desk')!, [smtpStates])).toBeUndefined()
  })
})

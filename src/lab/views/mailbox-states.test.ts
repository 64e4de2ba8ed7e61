import { describe, expect, test } from 'vitest'
import type { WorldEvent } from '../../world/events/index.ts'
import { imapStates, pop3States } from './mailbox-states.ts'
import { statusAfter, type SessionStates } from './session-states.ts'

const command =
  (protocol: 'imap' | 'pop3') =>
  (line: string): WorldEvent => {
    const [verb = '', status = ''] = line.split(':')
    const head = { at: 0, connection: 1 }
    if (line === 'closed') return { ...head, type: 'closed' }
    return { ...head, type: 'command', protocol, verb, status, argument: '', text: '' }
  }

const status = (states: SessionStates, protocol: 'imap' | 'pop3', lines: readonly string[]) =>
  statusAfter(states, lines.map(command(protocol)), 1)

const waysOf = ({ map }: SessionStates): string[] =>
  map.ways.map(
    ({ from, to, label }) => `${map.stations[from]!.name} → ${map.stations[to]!.name}: ${label}`,
  )

describe('IMAP', () => {
  test.each([
    [[':OK'], 'not authenticated'],
    [['LOGIN:NO'], 'not authenticated'],
    [['STARTTLS:OK'], 'not authenticated'],
    [['LOGIN:OK'], 'authenticated'],
    [['AUTHENTICATE:+', 'AUTHENTICATE:OK'], 'authenticated'],
    [['LOGIN:OK', 'SELECT:OK', 'FETCH:OK'], 'selected'],
    [['LOGIN:OK', 'SELECT:OK', 'EXAMINE:NO'], 'authenticated'],
    [['LOGIN:OK', 'SELECT:OK', 'EXAMINE:BAD'], 'selected'],
    [['LOGIN:OK', 'SELECT:OK', 'CLOSE:OK'], 'authenticated'],
    [['LOGOUT:OK'], 'closed'],
    [[':BYE'], 'closed'],
    [['LOGIN:OK', 'closed'], 'closed'],
  ])('after %j a session is %s', (lines, name) =>
    expect(status(imapStates, 'imap', lines).name).toBe(name),
  )

  test('the allowed commands depend on the state', () => {
    expect(status(imapStates, 'imap', []).allowed).toContain('LOGIN')
    const inside = status(imapStates, 'imap', ['LOGIN:OK', 'SELECT:OK']).allowed
    expect(inside).toContain('FETCH')
    expect(inside.at(-1)).toMatch(/^UID FETCH\/STORE\//)
    expect(status(imapStates, 'imap', ['LOGIN:OK', 'IDLE:+']).sentence).toMatch(/DONE/)
    expect(status(imapStates, 'imap', ['AUTHENTICATE:+']).sentence).toMatch(/base64/)
    expect(status(imapStates, 'imap', ['closed']).sentence).toMatch(/over/)
    expect(status(imapStates, 'imap', ['STARTTLS:OK']).sentence).toMatch(/TLS is to begin/)
  })

  test('its map is the table of the server', () => {
    expect(waysOf(imapStates)).toEqual([
      'not authenticated → authenticated: LOGIN AUTHENTICATE',
      'authenticated → selected: SELECT EXAMINE',
      'selected → authenticated: CLOSE UNSELECT or refused',
    ])
    expect(imapStates.map.stations.map(({ stays }) => stays)).toEqual([
      'STARTTLS',
      undefined,
      'SELECT EXAMINE',
      undefined,
    ])
    expect(imapStates.map.ends).toBe('LOGOUT, from everywhere')
  })
})

describe('POP3', () => {
  test.each([
    [[':+OK'], 'authorization'],
    [['USER:+OK'], 'user is named'],
    [['USER:+OK', 'PASS:-ERR'], 'authorization'],
    [['USER:+OK', 'PASS:+OK', 'DELE:+OK'], 'transaction'],
    [['AUTH:+', 'AUTH:+OK'], 'transaction'],
    [['USER:+OK', 'PASS:+OK', 'QUIT:+OK'], 'update'],
    [['USER:+OK', 'PASS:+OK', 'QUIT:+OK', 'closed'], 'closed'],
    [['QUIT:+OK'], 'closed'],
  ])('after %j a session is in %s', (lines, name) =>
    expect(status(pop3States, 'pop3', lines).name).toBe(name),
  )

  test('its map is the table of the server', () =>
    expect(waysOf(pop3States)).toEqual([
      'authorization → user is named: USER',
      'authorization → transaction: APOP AUTH',
      'authorization → closed: QUIT',
      'user is named → transaction: PASS',
      'transaction → update: QUIT',
      'update → closed: ',
      'user is named → authorization: refused',
    ]))

  test('in the UPDATE state no command is accepted', () =>
    expect(status(pop3States, 'pop3', ['APOP:+OK', 'QUIT:+OK']).sentence).toMatch(/no command/))
})

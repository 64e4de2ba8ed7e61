import { describe, expect, test } from 'vitest'
import { fromLatin1, fromUtf8, latin1, utf8 } from '../../../core/bytes.ts'
import { slice } from '../../../core/span.ts'
import { openSession, step } from './engine.ts'
import { hostDefaults, type SmtpHost } from './host.ts'
import { HELD_INPUT } from '../limits.ts'
import type { Effect, SmtpSession, Turn } from './session.ts'

const host: SmtpHost = {
  ...hostDefaults,
  name: 'mx.example.org',
  localDomains: ['example.org'],
  mailboxes: ['bob@example.org', 'carol@example.org'],
}

const start = openSession(host, { address: '192.0.2.1' })

const send = (session: SmtpSession, line: string): Turn =>
  step(session, { type: 'bytes', bytes: utf8(`${line}\r\n`) })

const respondAll = (lines: readonly string[]): Turn =>
  lines.reduce((turn, line) => send(turn.session, line), start)

const toData = [
  'EHLO client.example.net',
  'MAIL FROM:<a@b.example>',
  'RCPT TO:<bob@example.org>',
  'DATA',
]

const received = (effects: readonly Effect[]): string =>
  effects.map((effect) => (effect.type === 'send' ? fromUtf8(effect.bytes) : '')).join('')

describe('a command', () => {
  test.each([
    ['noop', 'NOOP', '', 250],
    ['Noop  a b ', 'NOOP', 'a b', 250],
    ['Frob it', 'Frob', 'it', 500],
    ['', '', '', 500],
    ['GET / HTTP/1.1', 'GET', '/ HTTP/1.1', 221],
    ['RCPT TO:<a@b>', 'RCPT', 'TO:<a@b>', 503],
    ['EXPN list', 'EXPN', 'list', 502],
    [`NOOP ${'x'.repeat(600)}`, 'NOOP', 'x'.repeat(600), 500],
  ])('%j has the effect %s %j %i', (line, verb, argument, code) =>
    expect(send(start.session, line).effects[1]).toMatchObject({
      type: 'command',
      verb,
      argument,
      code,
    }),
  )

  test('has an effect for the greeting too, without a verb', () =>
    expect(start.effects).toMatchObject([
      { type: 'send' },
      { type: 'command', verb: '', code: 220 },
    ]))

  test('has the text without its codes', () => {
    const [, command] = send(start.session, 'HELP NOOP').effects
    expect(command).toMatchObject({
      enhanced: '2.0.0',
      text: 'NOOP [anything]\nDoes nothing, and asks for an answer to that.\nRFC 5321 section 4.1.1.9',
    })
  })
})

describe('a problem is pointed at in the line as typed', () => {
  const ready = send(start.session, 'EHLO client.example.net').session
  const mail = send(ready, 'MAIL FROM:<a@b.example>').session
  test.each([
    [start.session, '  EHLO  my_host.example', 'my_host'],
    [start.session, 'EHLO my computer', ' computer'],
    [ready, 'MAIL FROM:a@b.example', 'a@b.example'],
    [ready, 'MAIL FROM: <a@b.example>', ' '],
    [ready, 'MAIL FORM:<a@b.example>', 'FORM:<a@b.example>'],
    [ready, 'mail from:<a..b@c.example> SIZE=1', '..'],
    [ready, 'MAIL FROM:<a@b.example> SIZE=1 FOO=2', 'FOO=2'],
    [ready, 'MAIL FROM:<a@b.example> BODY=9BIT', 'BODY=9BIT'],
    [mail, 'RCPT TO:<bob@example.org> NOTIFY=OFTEN', 'NOTIFY=OFTEN'],
    [mail, 'RCPT TO:<bob>', 'bob'],
  ])('%#: %s', (session, line, marked) => {
    const [, command] = send(session, line).effects
    const problem = command?.type === 'command' ? command.problem : undefined
    expect(slice(line, problem!.span)).toBe(marked)
  })
})

describe('a message', () => {
  test('is handed over with its envelope, its dots taken out', () => {
    const { effects, session } = respondAll([
      'EHLO client.example.net',
      'MAIL FROM:<A@b.example> SIZE=10 BODY=8BITMIME',
      'RCPT TO:<@old.example:bob@example.org>',
      'RCPT TO:<BOB@example.org>',
      'RCPT TO:<Postmaster>',
      'DATA',
      '..hidden',
      '.',
    ])
    expect(session.phase).toBe('waiting')
    expect(effects).toEqual([
      {
        type: 'deliver',
        envelope: {
          from: 'A@b.example',
          to: ['bob@example.org', 'postmaster@example.org'],
          helo: 'client.example.net',
          ip: '192.0.2.1',
          parameters: { size: 10, body: '8BITMIME', smtputf8: false },
          recipients: [{}, {}],
          protocol: 'ESMTP',
        },
        message: latin1('.hidden\r\n'),
        storable: latin1('.hidden\r\n'),
      },
    ])
  })

  test('is answered when the verdict comes; so is what the client sent meanwhile', () => {
    const waiting = respondAll([...toData, 'x', '.']).session
    const held = send(send(waiting, 'MAIL FROM:<>').session, 'NOOP')
    expect(held.effects).toEqual([])
    const { effects, session } = step(held.session, {
      type: 'verdict',
      accepted: true,
      queueId: 'ABC',
    })
    expect(received(effects)).toBe(
      '250 2.0.0 Message accepted, queued as ABC\r\n' +
        '250 2.1.0 Null sender accepted: bounces go nowhere\r\n' +
        '250 2.0.0 Nothing done, as you asked\r\n',
    )
    expect(session.phase).toBe('mail')
    expect(effects[1]).toMatchObject({ type: 'command', verb: '.', argument: '', code: 250 })
  })

  test('waits as long as the judging takes', () => {
    const waiting = respondAll([...toData, '.']).session
    const later = step(step(waiting, { type: 'tick', now: 0 }).session, { type: 'tick', now: 1e12 })
    expect(later).toEqual({ session: waiting, effects: [] })
  })

  test('is not lost in too much input while it is judged', () => {
    const waiting = respondAll([...toData, '.']).session
    const full = step(waiting, { type: 'bytes', bytes: new Uint8Array(HELD_INPUT) })
    expect(full.session.phase).toBe('waiting')
    const over = step(full.session, { type: 'bytes', bytes: Uint8Array.of(10) })
    expect(received(over.effects)).toMatch(/^421 4\.7\.0 mx\.example\.org /)
    expect(over.session.phase).toBe('closed')
  })

  test('is dropped when the client hangs up before its end', () => {
    const { session } = respondAll([...toData, 'half of it'])
    expect(step(session, { type: 'closed' })).toEqual({ session: { phase: 'closed' }, effects: [] })
  })
})

describe('an end', () => {
  test('closes after QUIT, and what follows is not read', () => {
    const { effects, session } = send(start.session, 'QUIT\r\nNOOP')
    expect(effects.map((effect) => effect.type)).toEqual(['send', 'command', 'close'])
    expect(send(session, 'NOOP')).toEqual({ session, effects: [] })
  })

  test('comes after five minutes of silence since the last octet', () => {
    const tick = (session: SmtpSession, now: number): Turn => step(session, { type: 'tick', now })
    const quiet = tick(tick(start.session, 1000).session, 300_999)
    expect(quiet.effects).toEqual([])
    const again = tick(send(quiet.session, 'NOOP').session, 301_000)
    expect(again.effects).toEqual([])
    const gone = tick(again.session, 601_000)
    expect(gone.effects.map((effect) => effect.type)).toEqual(['send', 'command', 'close'])
    expect(received(gone.effects)).toMatch(/^421 4\.4\.2 /)
  })
})

test('RSET before EHLO forgets nothing, and does not stand for a greeting', () => {
  const { session } = send(start.session, 'RSET')
  expect(session.phase).toBe('connected')
  expect(received(send(session, 'MAIL FROM:<>').effects)).toMatch(/^503 /)
})

test('a verdict that no session waits for changes nothing', () =>
  expect(step(start.session, { type: 'verdict', accepted: true, queueId: 'A' })).toEqual({
    session: start.session,
    effects: [],
  }))

test('a step leaves the session it was made from as it was', () => {
  const { session } = respondAll(toData)
  const twice = ['one\r\n.\r\n', 'another\r\n.\r\n'].map((text) =>
    step(session, { type: 'bytes', bytes: latin1(text) }).effects.map((effect) =>
      effect.type === 'deliver' ? fromLatin1(effect.message) : '',
    ),
  )
  expect(twice).toEqual([['one\r\n'], ['another\r\n']])
})

describe('octets that the caller uses again afterwards do not change the session', () => {
  const after = (session: SmtpSession, text: string): SmtpSession => {
    const bytes = latin1(text)
    const turn = step(session, { type: 'bytes', bytes })
    bytes.fill(88)
    return turn.session
  }

  test('within a command', () =>
    expect(received(send(after(start.session, 'NO'), 'OP').effects)).toMatch(/^250 /))

  test('within a message', () => {
    const half = after(respondAll(toData).session, 'first\r\n')
    expect(send(half, '.').effects).toMatchObject([{ message: latin1('first\r\n') }])
  })

  test('while a message is judged', () => {
    const held = after(respondAll([...toData, '.']).session, 'NOOP\r\n')
    const { effects } = step(held, { type: 'verdict', accepted: true, queueId: 'A' })
    expect(effects[3]).toMatchObject({ verb: 'NOOP', code: 250 })
  })
})

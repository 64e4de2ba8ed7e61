import { beforeAll, describe, expect, test } from 'vitest'
import { latin1 } from '../../core/bytes.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import type { WorldEvent } from '../../lab/types.ts'
import { sandboxWorld } from '../../world/sandbox.ts'
import { activityOf } from '../../lab/views/activity.ts'
import { clockTime } from './clock-time.ts'
import { announce, countNews, noCounts } from './news.ts'
import { sessionsOf } from './sessions.ts'

const world = createWorld(sandboxWorld, { crypto: webCrypto })

/** Talks to a port of a host as a real program does, and waits for the end of it all. */
async function talk(address: string, port: number, ...lines: string[]): Promise<void> {
  const ignore = { received: () => undefined, closed: () => undefined }
  const line = world.connect('desk.example.org', address, port, ignore)
  if ('refused' in line) return
  line.send(latin1(lines.map((one) => `${one}\r\n`).join('')))
  await world.settled()
  line.close()
  await world.settled()
}

const message = (from: string, to: string) => [
  ...['EHLO desk.example.org', `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA'],
  ...[`From: ${from}`, `To: ${to}`, 'Subject: hi', '', 'hi', '.'],
]

const [MAIL, MX] = ['192.0.2.25', '198.51.100.25']

beforeAll(async () => {
  await talk(MAIL, 25, ...message('bob@example.net', 'alice@example.org'), 'QUIT')
  await talk(MAIL, 25, ...message('alice@example.org', 'bob@example.net'), 'QUIT')
  await talk(MX, 25, ...message('alice@example.org', 'bob@example.net'), 'QUIT')
  await talk(MAIL, 143, 'a CAPABILITY', 'b LOGOUT')
  await talk(MAIL, 25, 'EHLO desk.example.org', 'RCPT TO:<alice@example.org>', 'QUIT')
  await talk(MAIL, 8080)
})

describe('connections in a few words', () => {
  const report = () =>
    sessionsOf(world.events)
      .toReversed()
      .map(({ protocol, state, sealed, outcome }) =>
        [protocol, sealed ? 'sealed' : 'open to read', state, outcome.text, outcome.tone].join(
          ', ',
        ),
      )

  test('each shows its protocol, and the outcome of its message or its last command', () =>
    expect(report()).toEqual([
      'SMTP, open to read, closed, in the junk of alice@example.org, warn',
      'SMTP, open to read, closed, taken, to be passed on, pass',
      expect.stringMatching(/^SMTP, .*, closed, in the inbox of bob@example\.net, pass$/),
      'SMTP, open to read, closed, in the junk of bob@example.net, warn',
      'IMAP, open to read, closed, CAPABILITY: OK, plain',
      'SMTP, open to read, closed, RCPT: 503, fail',
    ]))

  test('the newest is first, and names the connection whose message it relays', () => {
    const sessions = sessionsOf(world.events)
    expect(sessions.map(({ connection }) => connection)).toEqual([6, 5, 4, 3, 2, 1])
    expect(sessions.at(-3)!.opened.relays).toBe(2)
  })

  test('events of a connection that is not among them are left out', () =>
    expect(sessionsOf(world.events.filter(({ type }) => type !== 'opened'))).toEqual([]))
})

describe('news', () => {
  const since = (connection: number) => {
    const at = world.events.findIndex(
      (event) => event.type === 'opened' && event.connection === connection,
    )
    return world.events.slice(at)
  }

  test('connections of programs and ends of messages are counted', () => {
    const first = countNews(noCounts, world.events)
    expect(first).toEqual({ doing: 5, effect: 3 })
    expect(countNews(first, since(5))).toEqual({ doing: 7, effect: 3 })
  })

  test('what came is said in few words', () => {
    expect(announce(since(6))).toBe('Connection 6 to mail.example.org.')
    expect(announce(since(4).filter(({ type }) => type === 'delivered'))).toBe(
      'A message arrived in the junk of bob@example.net.',
    )
    expect(announce([{ at: 0, type: 'rejected', connection: 1, code: 554, text: 'no' }])).toBe(
      'A message was rejected: 554.',
    )
    expect(announce(world.events)).toBe('5 new connections. 3 messages arrived or were rejected.')
    expect(announce([])).toBe('')
  })
})

describe('activity', () => {
  const sentences = () => activityOf(world.events).map(({ text }) => text)

  test('begins, arrives and ends', () =>
    expect(sentences()).toEqual(
      expect.arrayContaining([
        'Connection 1: desk.example.org speaks SMTP to mail.example.org.',
        'Connection 3: mail.example.org speaks SMTP to mx.example.net, to relay what came in connection 2.',
        'A message from alice@example.org arrives in the inbox of bob@example.net.',
        'A message from alice@example.org is put into the junk folder of bob@example.net.',
        'Connection 6 is closed.',
        'desk.example.org cannot connect to 192.0.2.25, port 8080: nothing listens there.',
      ]),
    ))

  test('a message in the junk folder and an undeliverable one', () => {
    const events: WorldEvent[] = [
      world.events.find((event) => event.type === 'delivered')!,
      {
        at: 0,
        type: 'undeliverable',
        host: 'mail.example.org',
        queueId: 'm',
        recipient: 'x@example.com',
        reason: 'No MX.',
      },
    ]
    expect(activityOf(events).map(({ text, tone }) => `${tone}: ${text}`)).toEqual([
      'warn: A message from bob@example.net is put into the junk folder of alice@example.org.',
      'fail: A message to x@example.com is undeliverable: No MX.',
    ])
  })

  test('the clock has two digits each', () =>
    expect(clockTime(new Date(2026, 5, 1, 8, 5, 9).getTime())).toBe('08:05:09'))
})

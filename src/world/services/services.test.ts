import { describe, expect, test } from 'vitest'
import { fromLatin1, latin1 } from '../../core/bytes.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../create.ts'
import { sandboxWorld } from '../sandbox.ts'
import type { World } from '../world.ts'

const HOST = '192.0.2.25'
const TLS = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' }

const open = (): World => createWorld(sandboxWorld, { crypto: webCrypto })

/** Sends lines one after the other, each once the world is still; `tls` stands for the handshake. */
async function talk(world: World, port: number, lines: readonly string[], tls?: typeof TLS) {
  let received = ''
  const line = world.connect('desk.example.org', HOST, port, {
    received: (bytes) => (received += fromLatin1(bytes)),
    startTls: () => 'secure' in line && line.secure(TLS),
    closed: () => (received += '(closed)'),
  })
  if ('refused' in line) throw new Error(line.refused)
  if (tls) line.secure(tls)
  for (const text of lines) {
    await world.settled()
    line.send(latin1(`${text}\r\n`))
  }
  await world.settled()
  return received
}

const message = [
  'MAIL FROM:<alice@example.org>',
  'RCPT TO:<alice@example.org>',
  'DATA',
  'Hello\r\n.',
]

test('what LMTP delivers is what IMAP and POP3 serve', async () => {
  const world = open()
  await talk(world, 24, ['LHLO desk.example.org', ...message, 'QUIT'])
  const imap = await talk(world, 993, ['a LOGIN alice@example.org friday', 'b SELECT INBOX'], TLS)
  expect(imap).toMatch(/^\* 1 EXISTS\r\n/m)
  const pop3 = await talk(world, 995, ['USER alice@example.org', 'PASS friday', 'STAT'], TLS)
  expect(pop3).toMatch(/\+OK 1 \d+\r\n$/)
})

test.each([
  ['teaching', /^500 /m],
  ['postfix', /^500 5\.5\.2 Error: command not recognized/m],
  ['exchange', /^500 5\.3\.3 Unrecognized command 'FROB'/m],
] as const)('a mail host may speak as %s does', async (personality, replies) => {
  const hosts = sandboxWorld.hosts.map((host) =>
    host.smtp ? { ...host, smtp: { ...host.smtp, personality } } : host,
  )
  const world = createWorld({ ...sandboxWorld, hosts }, { crypto: webCrypto })
  const received = await talk(world, 25, ['EHLO desk.example.org', 'FROB', ...message, 'QUIT'])
  expect(received).toMatch(replies)
  expect(received.match(/^2\d\d .*\r\n\(closed\)$/m)).not.toBeNull()
})

test('an idling client learns of new mail at once', async () => {
  const world = open()
  let received = ''
  const line = world.connect('desk.example.org', HOST, 993, {
    received: (bytes) => (received += fromLatin1(bytes)),
    closed: () => undefined,
  })
  if ('refused' in line) throw new Error(line.refused)
  line.secure(TLS)
  line.send(latin1('a LOGIN alice@example.org friday\r\nb SELECT INBOX\r\nc IDLE\r\n'))
  await world.settled()
  expect(received).not.toContain('* 1 EXISTS')
  await talk(world, 24, ['LHLO desk.example.org', ...message])
  expect(received).toContain('* 1 EXISTS')
})

describe('TLS', () => {
  test.each([
    [25, ['EHLO desk.example.org', 'STARTTLS', 'EHLO desk.example.org'], /^220 .*TLS/m],
    [143, ['a STARTTLS', 'b LOGIN alice@example.org friday'], /^b OK/m],
    [110, ['STLS', 'USER alice@example.org', 'PASS friday'], /^\+OK[^\r]*\r\n$/m],
  ])('on request at port %i', async (port, lines, pattern) => {
    const world = open()
    expect(await talk(world, port, lines)).toMatch(pattern)
    expect(world.events.filter(({ type }) => type === 'secured')).toHaveLength(1)
    const clear = world.events.flatMap((event) =>
      event.type === 'wire' && !event.tls ? fromLatin1(event.bytes) : [],
    )
    expect(clear.join('')).not.toContain('friday')
  })

  test('first, on a port of TLS: who speaks without it gets an alert, and the end', async () =>
    expect(await talk(open(), 993, ['a NOOP'])).toBe('\x15\x03\x01\x00\x02\x02\x0a(closed)'))

  test('what was sent before the handshake never reaches the session behind it', async () => {
    const world = open()
    let received = ''
    const line = world.connect('desk.example.org', HOST, 25, {
      received: (bytes) => (received += fromLatin1(bytes)),
      startTls: () => 'secure' in line && line.secure(TLS),
      closed: () => undefined,
    })
    if ('refused' in line) throw new Error(line.refused)
    line.send(latin1('EHLO x.example\r\nSTARTTLS\r\nMAIL FROM:<mallory@example.net>\r\n'))
    await world.settled()
    line.send(latin1('NOOP\r\n'))
    await world.settled()
    expect(received).not.toContain('mallory')
    expect(received).toMatch(/^250 [^\r]*\r\n$/m)
  })
})

import { expect, test } from 'vitest'
import { fromUtf8, utf8 } from '../core/bytes.ts'
import { webCrypto } from '../platform/webcrypto.ts'
import { createWorld } from './create.ts'
import type { ReceiverPolicy } from './disposition.ts'
import type { Journey } from './journey.ts'
import { messagesOf } from './mailboxes.ts'
import { sampleWorld } from './sample.ts'
import type { WorldSpec } from './spec.ts'
import type { World } from './world.ts'

const open = (change: Partial<WorldSpec> = {}): World =>
  createWorld({ ...sampleWorld, ...change }, { crypto: webCrypto })

const mail = (id: string) => sampleWorld.mails.find((one) => one.id === id)!

const brief = ({ end }: Journey): string =>
  end.kind === 'rejected'
    ? `rejected ${end.code}`
    : end.kind === 'undeliverable' || end.kind === 'deferred'
      ? `${end.kind}: ${end.reason}`
      : `${end.kind} ${end.mailbox}`

/** The sample's zone of a name with one line in place of another. */
function withLine(world: World, origin: string, line: RegExp, instead: string): void {
  const text = sampleWorld.zones.find((zone) => zone.origin === origin)!.text
  expect(text).toMatch(line)
  world.setZone(origin, text.replace(line, instead))
}

test('a message arrives, its dot intact and its trace fields on top', async () => {
  const world = open()
  expect(brief(await world.send(mail('letter')))).toBe('inbox bob@example.org')
  const [message] = messagesOf(world.mailboxes[0]!)
  const text = fromUtf8(message!.bytes)
  expect(text).toMatch(
    /^Return-Path: <alice@example\.net>\r\nAuthentication-Results: mx\.example\.org/,
  )
  expect(text).toContain('Received: from mx.example.net ([198.51.100.25])\r\n\tby mx.example.org')
  expect(text).toMatch(/\r\n\r\nDear Bob,\r\n\.\r\nYours, Alice\r\n$/)
  expect(message!.delivery?.envelope).toMatchObject({
    from: 'alice@example.net',
    to: ['bob@example.org'],
  })
})

test.each<[string, (world: World) => void, string, string]>([
  ['a forgery meets p=reject', () => undefined, 'forgery', 'rejected 550'],
  [
    'a forgery meets p=quarantine',
    (world) => withLine(world, 'example.net', /p=reject/, 'p=quarantine'),
    'forgery',
    'junk bob@example.org',
  ],
  [
    'a forgery under p=none passes no check',
    (world) => withLine(world, 'example.net', /p=reject/, 'p=none'),
    'forgery',
    'junk bob@example.org',
  ],
  [
    'SPF alone gets a message in',
    (world) => withLine(world, 'example.net', /_dmarc.*/, ''),
    'letter',
    'inbox bob@example.org',
  ],
  [
    'a null MX accepts no mail',
    (world) => withLine(world, 'example.org', /@ MX.*/, '@ MX 0 .'),
    'letter',
    'undeliverable: ',
  ],
  [
    'an MX that nothing listens behind',
    (world) => withLine(world, 'example.org', /mx A.*/, 'mx A 192.0.2.99'),
    'letter',
    'deferred: mx.example.org (192.0.2.99) does not answer on port 25.',
  ],
  [
    'without an MX the address of the domain counts',
    (world) => withLine(world, 'example.org', /@ MX.*/, '@ A 192.0.2.25'),
    'letter',
    'inbox bob@example.org',
  ],
])('%s', async (_, change, id, end) => {
  const world = open()
  change(world)
  expect(brief(await world.send(mail(id)))).toContain(end)
})

test.each<[string, ReceiverPolicy, string]>([
  ['careful, and knows nothing against the client', {}, 'junk bob@example.org'],
  ['careful, and distrusts another', { distrusts: ['198.51.100.0/24'] }, 'junk bob@example.org'],
  ['careful, and distrusts its network', { distrusts: ['203.0.113.0/24'] }, 'rejected 550'],
  ['literal', { dmarc: 'literal' }, 'rejected 550'],
  ['blind', { dmarc: 'blind', distrusts: ['203.0.113.66'] }, 'junk bob@example.org'],
])('a receiver that is %s makes of p=reject what is right', async (_, policy, end) => {
  const hosts = sampleWorld.hosts.map((host) =>
    host.name === 'mx.example.org' && host.smtp
      ? { ...host, smtp: { ...host.smtp, distrusts: [], ...policy } }
      : host,
  )
  const world = open({ hosts })
  expect(brief(await world.send(mail('forgery')))).toContain(end)
})

test('a recipient without a mailbox or a domain is refused', async () => {
  const world = open()
  const journey = await world.send({ ...mail('letter'), rcptTo: ['nobody@example.org'] })
  expect(journey.end).toMatchObject({ kind: 'rejected', code: 550 })
  expect(brief(await world.send(mail('relayed')))).toMatch(/^undeliverable/)
})

test('a host passes on what its own people send', async () => {
  const world = open()
  const received: string[] = []
  const link = world.connect('desk.example.org', '192.0.2.25', 25, {
    received: (bytes) => received.push(fromUtf8(bytes)),
    closed: () => received.push('closed'),
  })
  if ('refused' in link) throw new Error(link.refused)
  const lines = [
    'EHLO desk.example.org',
    'MAIL FROM:<bob@example.org>',
    'RCPT TO:<alice@example.net>',
    'DATA',
    'From: bob@example.org\r\nSubject: Hi\r\n\r\nHi\r\n.',
    'QUIT',
  ]
  for (const line of lines) link.send(utf8(`${line}\r\n`))
  await world.settled()
  expect(received.at(-1)).toBe('closed')
  const [message] = messagesOf(world.mailboxes[1]!)
  expect(fromUtf8(message!.bytes).match(/^Received: .*/gm)).toEqual([
    'Received: from mx.example.org ([192.0.2.25])',
    'Received: from desk.example.org ([192.0.2.7])',
  ])
})

test.each([
  ['192.0.2.25', 110, 'refused'],
  ['192.0.2.7', 25, 'refused'],
  ['192.0.2.250', 25, 'unreachable'],
])('%s port %i: %s', (address, port, refused) => {
  const world = open()
  const listener = { received: () => undefined, closed: () => undefined }
  expect(world.connect('desk.example.org', address, port, listener)).toEqual({ refused })
  expect(world.events).toMatchObject([{ type: 'refused', to: address, port }])
})

test('the same world does the same, octet for octet', async () => {
  const run = async () => {
    const world = open()
    await Promise.all([world.send(mail('letter')), world.send(mail('forgery'))])
    return JSON.stringify(world.events, (_, value: unknown) =>
      value instanceof Uint8Array ? fromUtf8(value) : value,
    )
  }
  const first = await run()
  expect(await run()).toBe(first)
  expect(first.length).toBeGreaterThan(2000)
})

test('a listener receives events until it stops listening', async () => {
  const world = open()
  const received: string[] = []
  const stop = world.subscribe(({ type }) => received.push(type))
  await world.send(mail('letter'))
  const count = received.length
  stop()
  await world.send(mail('letter'))
  expect([received[0], received.length]).toEqual(['queued', count])
})

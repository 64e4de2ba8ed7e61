import { describe, expect, test } from 'vitest'
import { fromLatin1, utf8 } from '../core/bytes.ts'
import { webCrypto } from '../platform/webcrypto.ts'
import { createWorld } from './create.ts'
import { sampleWorld } from './sample.ts'
import { ServedConnection } from './served-connection.ts'
import type { Opened, Service } from './services/service.ts'
import { SimulatedInternet } from './simulated-internet.ts'
import type { Connection, World } from './world.ts'

const mx = '192.0.2.25'

/** A connection to the sample's exchange that writes down what it receives. */
function call(world: World): { line: Connection; received: string[] } {
  const received: string[] = []
  const line = world.connect('mx.example.net', mx, 25, {
    received: (bytes) => received.push(fromLatin1(bytes)),
    closed: () => received.push('closed'),
  })
  if ('refused' in line) throw new Error(line.refused)
  return { line, received }
}

test('every octet of both sides is in the log, in order', async () => {
  const world = createWorld(sampleWorld, { crypto: webCrypto })
  const { line, received } = call(world)
  line.send(utf8('QU'))
  line.send(utf8('IT\r\n'))
  await world.settled()
  const wire = world.events.flatMap((event) =>
    event.type === 'wire' ? [[event.from, fromLatin1(event.bytes)]] : [],
  )
  expect(wire).toEqual([
    ['server', received[0]],
    ['client', 'QU'],
    ['client', 'IT\r\n'],
    ['server', received[1]],
  ])
  expect(received.at(-1)).toBe('closed')
})

test('time that passes reaches who waits, and ends an idle session', async () => {
  const world = createWorld(sampleWorld, { crypto: webCrypto })
  const { received } = call(world)
  await world.settled()
  world.advanceClock(0)
  world.advanceClock(3_600_000)
  await world.settled()
  expect(received.slice(-2)).toEqual([expect.stringMatching(/^421 /), 'closed'])
})

test('a session that is over receives nothing', async () => {
  const world = createWorld(sampleWorld, { crypto: webCrypto })
  const { line, received } = call(world)
  line.close()
  line.send(utf8('NOOP\r\n'))
  world.advanceClock(3_600_000)
  await world.settled()
  expect(received).toHaveLength(1)
})

test('while one client waits for a long search, another is answered', async () => {
  const [host] = sampleWorld.hosts.filter(({ addresses }) => addresses.includes(mx))
  const imap = {
    personality: 'teaching',
    domains: ['example.net'],
    plaintextLogin: 'allowed',
  } as const
  const mailboxes = [{ address: 'bob@example.net', password: 'lunch' }]
  const world = createWorld(
    { ...sampleWorld, hosts: [{ ...host!, imap }], mailboxes },
    { crypto: webCrypto },
  )
  const bytes = utf8(`Subject: x\r\n\r\n${'A line of the body of a message.\r\n'.repeat(5000)}`)
  const mails = Array.from({ length: 20 }, () => ({ bytes, internalDate: 0 }))
  world.store.open('bob@example.net').mailbox('INBOX')!.append(mails)
  const received: string[] = []
  const [searching, other] = ['search', 'other'].map((name) => {
    const line = world.connect('mx.example.net', mx, 143, {
      received: (octets) => received.push(`${name}: ${fromLatin1(octets)}`),
      closed: () => received.push(`${name}: closed`),
    })
    if ('refused' in line) throw new Error(line.refused)
    line.send(utf8('a LOGIN bob@example.net lunch\r\nb SELECT INBOX\r\n'))
    return line
  })
  await world.settled()
  received.length = 0
  searching!.send(utf8('c SEARCH TEXT nowhere\r\n'))
  other!.send(utf8('c NOOP\r\n'))
  await world.settled()
  expect(received.map((line) => line.slice(0, 16))).toEqual([
    'other: c OK NOOP',
    'search: * SEARCH',
  ])
})

/** A connection whose client takes what it is sent only when it is let. */
function slowCall(world: World) {
  const received: string[] = []
  const waiting: (() => void)[] = []
  const line = world.connect('mx.example.net', mx, 25, {
    received: (bytes) => received.push(fromLatin1(bytes)),
    ready: () => new Promise((resolve) => waiting.push(resolve)),
    closed: () => received.push('closed'),
  })
  if ('refused' in line) throw new Error(line.refused)
  return { line, received, take: () => waiting.shift()?.() }
}

const greetingsIn = (received: readonly string[]): number =>
  received.join('').match(/^250 /gm)?.length ?? 0

test('a client that takes nothing lets its server pause, and nobody else', async () => {
  const world = createWorld(sampleWorld, { crypto: webCrypto })
  const { line, received, take } = slowCall(world)
  line.send(utf8('EHLO mx.example.net\r\n'.repeat(5000)))
  await world.settled()
  const held = greetingsIn(received)
  expect(held).toBeGreaterThan(0)
  expect(held).toBeLessThan(5000)
  const other = call(world)
  await world.settled()
  expect(other.received.join('')).toMatch(/^220 /)
  let answered = false
  void line.answered().then(() => (answered = true))
  while (!answered) {
    take()
    await world.settled()
  }
  expect(greetingsIn(received)).toBe(5000)
})

test('what a client sends while its server pauses is read afterwards, in order', async () => {
  const world = createWorld(sampleWorld, { crypto: webCrypto })
  const { line, received, take } = slowCall(world)
  line.send(utf8('EHLO mx.example.net\r\n'.repeat(3000)))
  await world.settled()
  line.send(utf8('QUIT\r\n'))
  while (received.at(-1) !== 'closed') {
    take()
    await world.settled()
  }
  expect(greetingsIn(received)).toBe(3000)
  expect(received.at(-2)).toMatch(/^221 /m)
})

test('a client that hangs up while its server pauses leaves nothing behind', async () => {
  const world = createWorld(sampleWorld, { crypto: webCrypto })
  const { line, received, take } = slowCall(world)
  line.send(utf8('EHLO mx.example.net\r\n'.repeat(5000)))
  await world.settled()
  line.close()
  await world.settled()
  expect(world.events.at(-1)).toMatchObject({ type: 'closed' })
  const count = received.length
  take()
  await line.answered()
  expect(received).toHaveLength(count)
})

describe('on a machine’s clock', () => {
  /** A machine whose time is set by hand. */
  function machine() {
    const waiting: { until: number; done: () => void }[] = []
    let now = Date.UTC(2026, 10, 1)
    return {
      now: () => now,
      wait: (milliseconds: number) =>
        new Promise<void>((done) => waiting.push({ until: now + milliseconds, done })),
      pass(milliseconds: number) {
        now += milliseconds
        for (const one of waiting) if (one.until <= now) one.done()
      },
    }
  }

  test('thousands of messages do not move the time of the world', async () => {
    const time = machine()
    const world = createWorld(sampleWorld, { crypto: webCrypto, time })
    const { line } = call(world)
    for (let count = 0; count < 200; count++) line.send(utf8('NOOP\r\n'))
    await world.settled()
    expect(world.clock.now()).toBe(time.now())
    time.pass(60_000)
    expect(world.clock.now()).toBe(time.now())
    world.advanceClock(5000)
    await world.settled()
    expect(world.clock.now()).toBe(time.now() + 5000)
  })

  test('a reply that is delayed on purpose delays no other session', async () => {
    const time = machine()
    const hosts = sampleWorld.hosts.map((host) =>
      host.smtp && host.addresses.includes(mx)
        ? {
            ...host,
            smtp: {
              ...host.smtp,
              faults: [{ at: 'EHLO' as const, kind: 'slow' as const, seconds: 60, times: 1 }],
            },
          }
        : host,
    )
    const world = createWorld({ ...sampleWorld, hosts }, { crypto: webCrypto, time })
    const slow = call(world)
    slow.line.send(utf8('EHLO mx.example.net\r\nQUIT\r\n'))
    await world.settled()
    expect(greetingsIn(slow.received)).toBe(0)
    const other = call(world)
    other.line.send(utf8('EHLO mx.example.net\r\n'))
    await world.settled()
    expect(greetingsIn(other.received)).toBe(1)
    time.pass(60_000)
    await slow.line.answered()
    expect(greetingsIn(slow.received)).toBe(1)
    expect(slow.received.join('')).toMatch(/^221 /m)
  })
})

describe('a server whose code is still to come', () => {
  const opened: Opened = {
    effects: [{ type: 'send', bytes: utf8('220 here\r\n') }],
    handle: () => [],
    resume: () => undefined,
  }
  test.each([
    ['greets once it is there', () => Promise.resolve(opened), ['220 here\r\n']],
    ['hangs up where it does not come', () => Promise.reject(new Error('offline')), ['closed']],
  ])('%s', async (_, open, expected) => {
    const net = new SimulatedInternet(sampleWorld, { crypto: webCrypto })
    const received: string[] = []
    const service: Service = {
      ...{ name: 'later', port: 1, transport: 'plain' },
      offeredBy: () => open,
    }
    const line = new ServedConnection(net, {
      ...{ service, open },
      served: {
        ...{ host: net.spec.hosts[0]!, connection: net.nextConnection() },
        peer: { address: mx, name: 'mx.example.net', nonce: 'n' },
      },
      listener: {
        received: (bytes) => received.push(fromLatin1(bytes)),
        closed: () => received.push('closed'),
      },
    })
    line.send(utf8('NOOP\r\n'))
    await net.quiet()
    expect(received).toEqual(expected)
  })
})

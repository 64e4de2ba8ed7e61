import { expect, test } from 'vitest'
import { fromLatin1, latin1 } from '../../core/bytes.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../create.ts'
import { sampleWorld } from '../sample.ts'
import type { HostSpec, MailboxSpec, SmtpServiceSpec, SubmissionSpec, WorldSpec } from '../spec.ts'
import type { World } from '../world.ts'

const MX = '192.0.2.25'

/** The sample, whose exchange for example.org has policies of its own. */
const open = (policies: Partial<SmtpServiceSpec>, more: Partial<WorldSpec> = {}): World =>
  createWorld(
    {
      ...sampleWorld,
      ...more,
      hosts: sampleWorld.hosts.map((host): HostSpec =>
        host.name === 'mx.example.org' && host.smtp
          ? { ...host, smtp: { ...host.smtp, ...policies } }
          : host,
      ),
    },
    { crypto: webCrypto },
  )

/** Sends lines one after the other; gives the first line of each answer. */
async function talk(world: World, lines: readonly string[], from = 'mx.example.net') {
  const received: string[] = []
  const line = world.connect(from, MX, 25, {
    received: (bytes) => received.push(fromLatin1(bytes)),
    closed: () => received.push('closed'),
  })
  if ('refused' in line) throw new Error(line.refused)
  await world.settled()
  for (const text of lines) {
    line.send(latin1(`${text}\r\n`))
    await world.settled()
  }
  return received.map((text) => text.slice(0, text.startsWith('closed') ? 6 : 3))
}

const begin = ['EHLO mx.example.net', 'MAIL FROM:<alice@example.net>']
const toBob = 'RCPT TO:<bob@example.org>'

test('who is greylisted is remembered from one session to the next, by the clock of the world', async () => {
  const world = open({ greylisting: { delay: 300 } })
  expect((await talk(world, [...begin, toBob, 'QUIT'])).at(3)).toBe('450')
  world.advanceClock(200_000)
  expect((await talk(world, [...begin, toBob, 'QUIT'])).at(3)).toBe('450')
  world.advanceClock(200_000)
  expect((await talk(world, [...begin, toBob, 'QUIT'])).at(3)).toBe('250')
})

test('the clock goes on within a session too', async () => {
  const world = open({ greylisting: { delay: 10 }, tarpit: { after: 0, delay: 20 } })
  expect((await talk(world, [...begin, toBob, toBob])).slice(-2)).toEqual(['450', '250'])
})

test('so many messages of one address, and of all its sessions', async () => {
  const world = open({ rates: { per: 60, messages: 1 } })
  expect((await talk(world, [...begin, 'QUIT'])).at(2)).toBe('250')
  expect((await talk(world, [...begin, 'QUIT'])).at(2)).toBe('450')
  expect((await talk(world, [...begin, 'QUIT'], 'desk.example.org')).at(2)).toBe('250')
  world.advanceClock(60_000)
  expect((await talk(world, [...begin, 'QUIT'])).at(2)).toBe('250')
})

test('a tarpit takes time of the world', async () => {
  const world = open({ tarpit: { after: 1, delay: 30 } })
  const start = world.clock.now()
  await talk(world, ['FROB', 'FROB', 'FROB'])
  expect(Math.floor((world.clock.now() - start) / 1000)).toBe(60)
})

test.each<[SmtpServiceSpec['faults'], string[]]>([
  [[{ at: 'greeting', kind: 'closing' }], ['421', 'closed']],
  [[{ at: 'MAIL', kind: 'drop' }], ['220', '250', 'closed']],
  [
    [{ at: 'RCPT', about: 'bob', kind: 'refuse', code: 452, enhanced: '4.2.2', text: 'Full' }],
    ['220', '250', '250', '452'],
  ],
  [
    [{ at: 'greeting', kind: 'closing', until: '2026-06-01T08:00:00Z' }],
    ['220', '250', '250', '250'],
  ],
])('a fault: %j', async (faults, received) =>
  expect(await talk(open({ faults: faults! }), [...begin, toBob])).toEqual(received),
)

test('limits are announced, and enforced', async () => {
  const world = open({ limits: { recipients: 1 } })
  expect((await talk(world, [...begin, toBob, toBob])).slice(-2)).toEqual(['250', '452'])
})

test('a sender gives up on a server that keeps it waiting', async () => {
  const world = open({ faults: [{ at: 'EHLO', kind: 'slow', seconds: 600 }] })
  const { end } = await world.send(sampleWorld.mails[0]!)
  expect(end).toMatchObject({
    kind: 'deferred',
    reason: expect.stringContaining('did not answer in time') as string,
  })
})

test.each([
  [undefined, false],
  ['ya29.a0AfH6', true],
])('with the token %j, logins by token are offered: %s', async (token, offered) => {
  const carol: MailboxSpec = { address: 'carol@example.org', password: 'sesame' }
  const world = createWorld(
    {
      ...sampleWorld,
      hosts: [
        {
          ...sampleWorld.hosts[0]!,
          submission: { personality: 'teaching', domains: ['example.org'], maxSize: 1000 },
        },
        ...sampleWorld.hosts.slice(1),
      ],
      mailboxes: [...sampleWorld.mailboxes, { ...carol, ...(token && { token }) }],
    },
    { crypto: webCrypto },
  )
  let received = ''
  const line = world.connect('desk.example.org', MX, 465, {
    received: (bytes) => (received += fromLatin1(bytes)),
    closed: () => undefined,
  })
  if ('refused' in line) throw new Error(line.refused)
  line.secure({ version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' })
  line.send(latin1('EHLO desk.example.org\r\n'))
  await world.settled()
  expect(/AUTH .*OAUTHBEARER XOAUTH2/.test(received)).toBe(offered)
  if (!token) return
  line.send(
    latin1(`AUTH XOAUTH2 ${btoa(`user=carol@example.org\x01auth=Bearer ${token}\x01\x01`)}\r\n`),
  )
  await world.settled()
  expect(received).toMatch(/\r\n235 /)
})

test('a host that greets late refuses who talks first, and greets who waits', async () => {
  const early = open({ greetingDelay: 5 })
  expect(await talk(early, ['EHLO mx.example.net'])).toEqual(['554', 'closed'])
  const world = open({ greetingDelay: 5 })
  const received: string[] = []
  const line = world.connect('mx.example.net', MX, 25, {
    received: (bytes) => received.push(fromLatin1(bytes)),
    closed: () => received.push('closed'),
  })
  if ('refused' in line) throw new Error(line.refused)
  await world.settled()
  world.advanceClock(4000)
  await world.settled()
  expect(received).toEqual([])
  world.advanceClock(2000)
  await world.settled()
  expect(received).toEqual([expect.stringMatching(/^220 /)])
})

test.each([
  ['refused', undefined, '538 '],
  ['allowed', 'allowed', '235 '],
] as const)('a password in the clear is %s', async (_, plaintextLogin, code) => {
  const submission: SubmissionSpec = {
    personality: 'teaching',
    domains: ['example.org'],
    maxSize: 1000,
    ...(plaintextLogin && { plaintextLogin }),
  }
  const carol: MailboxSpec = { address: 'carol@example.org', password: 'sesame' }
  const world = createWorld(
    {
      ...sampleWorld,
      hosts: [{ ...sampleWorld.hosts[0]!, submission }, ...sampleWorld.hosts.slice(1)],
      mailboxes: [...sampleWorld.mailboxes, carol],
    },
    { crypto: webCrypto },
  )
  let received = ''
  const line = world.connect('desk.example.org', MX, 587, {
    received: (bytes) => (received += fromLatin1(bytes)),
    closed: () => undefined,
  })
  if ('refused' in line) throw new Error(line.refused)
  line.send(latin1('EHLO desk.example.org\r\n'))
  await world.settled()
  line.send(latin1(`AUTH PLAIN ${btoa('\0carol@example.org\0sesame')}\r\n`))
  await world.settled()
  expect(received).toContain(`\r\n${code}`)
})

import { describe, expect, test } from 'vitest'
import { fromLatin1, fromUtf8, latin1 } from '../../core/bytes.ts'
import { parseDsn } from '../../message/dsn/read.ts'
import { parseMessage } from '../../message/parse.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../create.ts'
import { AGREED_TLS } from '../handshake.ts'
import { messagesOf } from '../mailboxes.ts'
import { sampleWorld } from '../sample.ts'
import type { FaultSpec, HostSpec, SmtpServiceSpec, WorldSpec } from '../spec.ts'
import type { World } from '../world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const mail = sampleWorld.mails[0]!

type Change = Readonly<
  Record<string, Omit<Partial<HostSpec>, 'smtp'> & { readonly smtp?: Partial<SmtpServiceSpec> }>
>

/** The sample, with some of its hosts changed by name. */
function open(change: Change = {}, more: Partial<WorldSpec> = {}): World {
  const hosts = sampleWorld.hosts.map((host): HostSpec => {
    const { smtp, ...others } = change[host.name] ?? {}
    return { ...host, ...others, ...(host.smtp && { smtp: { ...host.smtp, ...smtp } }) }
  })
  return createWorld({ ...sampleWorld, hosts, ...more }, { crypto: webCrypto })
}

/** Bob hands a message in at his own server, which passes it on. */
async function handIn(
  world: World,
  { from = '<bob@example.org>', to = ['<alice@example.net>'], text = 'From: bob@example.org' } = {},
): Promise<string> {
  return talk(world, [
    'EHLO desk.example.org',
    `MAIL FROM:${from}`,
    ...to.map((one) => `RCPT TO:${one}`),
    'DATA',
    `${text}\r\nSubject: Hi\r\n\r\nHi\r\n.`,
    'QUIT',
  ])
}

async function talk(world: World, lines: readonly string[], from = 'desk.example.org') {
  let received = ''
  const line = world.connect(from, '192.0.2.25', 25, {
    received: (bytes) => (received += fromLatin1(bytes)),
    startTls: () => 'secure' in line && line.secure(AGREED_TLS),
    closed: () => undefined,
  })
  if ('refused' in line) throw new Error(line.refused)
  for (const text of lines) {
    await world.settled()
    line.send(latin1(`${text}\r\n`))
  }
  await world.settled()
  return received
}

async function pass(world: World, milliseconds: number): Promise<void> {
  world.advanceClock(milliseconds)
  await world.settled()
}

const inbox = (world: World, address: string) =>
  messagesOf(world.mailboxes.find((mailbox) => mailbox.address === address)!)

/** What was reported to Bob, one line a recipient. */
const reported = (world: World, address = 'bob@example.org'): string[] =>
  inbox(world, address).flatMap(({ bytes }) =>
    (parseDsn(parseMessage(bytes)).dsn?.recipients ?? []).map(
      ({ finalRecipient, action, status }) => `${finalRecipient?.value} ${action} ${status?.code}`,
    ),
  )

const tries = (world: World, to: string): number =>
  world.events.filter((event) => event.type === 'opened' && event.to === to).length

const later: FaultSpec = {
  ...{ at: 'RCPT', kind: 'refuse', code: 450, enhanced: '4.2.1', text: 'Come back later' },
}
const never: FaultSpec = {
  ...{ at: 'RCPT', kind: 'refuse', code: 550, enhanced: '5.7.1', text: 'Not from you' },
}
const alice = 'alice@example.net'
const failing = (...faults: FaultSpec[]): Change => ({ 'mx.example.net': { smtp: { faults } } })

describe('a message that is put off', () => {
  test('by greylisting comes in at the second try', async () => {
    const world = open({ 'mx.example.org': { smtp: { greylisting: { delay: 300 } } } })
    const { end } = await world.send(mail)
    expect(end).toMatchObject({ kind: 'rejected', code: 450 })
    expect(world.events.at(-1)).toMatchObject({
      type: 'deferred',
      host: 'mx.example.net',
      recipient: 'bob@example.org',
    })
    await pass(world, 29 * MINUTE)
    expect(inbox(world, 'bob@example.org')).toHaveLength(0)
    await pass(world, MINUTE)
    expect(inbox(world, 'bob@example.org')).toHaveLength(1)
    expect(world.outbox).toEqual([])
  })

  test('is tried twice in the first hour and then every two, and comes back after five days', async () => {
    const world = open(failing(later))
    await handIn(world)
    expect(tries(world, 'mx.example.net')).toBe(1)
    await pass(world, HOUR + MINUTE)
    expect(tries(world, 'mx.example.net')).toBe(3)
    await pass(world, 4 * HOUR)
    expect(tries(world, 'mx.example.net')).toBe(5)
    expect(reported(world)).toEqual([`${alice} delayed 4.2.1`])
    await pass(world, 6 * DAY)
    expect(reported(world)).toEqual([`${alice} delayed 4.2.1`, `${alice} failed 4.4.7`])
    // 1 + 2 in the first hour + one every two hours of five days.
    expect(tries(world, 'mx.example.net')).toBe(63)
    expect(world.outbox).toEqual([])
  })

  test('waits as long as its host sets', async () => {
    const world = open({
      ...failing(later),
      'mx.example.org': { queue: { retryAfter: [60], giveUpAfter: 150, reportDelayAfter: 60 } },
    })
    await handIn(world)
    await pass(world, 10 * MINUTE)
    expect(tries(world, 'mx.example.net')).toBe(4)
    expect(reported(world)).toEqual([`${alice} delayed 4.2.1`, `${alice} failed 4.4.7`])
  })

  test('is lost by a program that keeps nothing', async () => {
    const world = open({
      'mx.example.org': { smtp: { greylisting: { delay: 300 }, authenticates: false } },
    })
    await world.send(sampleWorld.mails[1]!)
    await pass(world, DAY)
    expect(inbox(world, 'bob@example.org')).toHaveLength(0)
    expect(world.outbox).toEqual([])
  })

  test('is kept where nothing answers, and goes once somebody does', async () => {
    const world = open()
    const zone = sampleWorld.zones[1]!.text
    world.setZone('example.net', zone.replace('mx A 198.51.100.25', 'mx A 198.51.100.99'))
    await handIn(world)
    expect(world.outbox).toMatchObject([
      { tries: 1, recipients: [{ outcome: { status: '4.4.1' } }] },
    ])
    world.setZone('example.net', zone)
    await pass(world, HOUR)
    expect(inbox(world, alice)).toHaveLength(1)
  })

  test('goes to those at once who are not put off', async () => {
    const world = open(failing({ ...later, about: 'carol' }), {
      mailboxes: [...sampleWorld.mailboxes, { address: 'carol@example.net' }],
    })
    await handIn(world, { to: ['<carol@example.net>', '<alice@example.net>'] })
    expect(inbox(world, alice)).toHaveLength(1)
    expect(
      world.outbox.map(({ recipients }) => recipients.map(({ recipient }) => recipient.address)),
    ).toEqual([['carol@example.net']])
  })

  test('is tried at the next host where the first has no time', async () => {
    const world = open(
      { 'mx.example.net': { smtp: { faults: [{ at: 'greeting', kind: 'closing' }] } } },
      {
        zones: [
          sampleWorld.zones[0]!,
          {
            ...sampleWorld.zones[1]!,
            text: `${sampleWorld.zones[1]!.text}@ MX 20 second\nsecond A 198.51.100.26\n`,
          },
        ],
      },
    )
    await handIn(world)
    expect(world.events.filter(({ type }) => type === 'refused')).toMatchObject([
      { to: '198.51.100.26' },
    ])
  })
})

describe('a message that is refused', () => {
  test('comes back with the reply', async () => {
    const world = open(failing(never))
    await handIn(world, {
      from: '<bob@example.org> RET=FULL ENVID=QQ314',
      to: ['<alice@example.net> ORCPT=rfc822;Alice+2Bhome@example.net'],
    })
    const [bounce] = inbox(world, 'bob@example.org')
    const text = fromUtf8(bounce!.bytes)
    expect(text).toMatch(/^Return-Path: <>\r\n/)
    const { dsn, original, problems } = parseDsn(parseMessage(bounce!.bytes))
    expect(problems).toEqual([])
    expect(dsn).toMatchObject({
      originalEnvelopeId: 'QQ314',
      reportingMta: { value: 'mx.example.org' },
      receivedFromMta: { value: 'desk.example.org (192.0.2.7)' },
      recipients: [
        {
          originalRecipient: { value: 'Alice+home@example.net' },
          finalRecipient: { value: alice },
          action: 'failed',
          status: { code: '5.7.1' },
          remoteMta: { value: 'mx.example.net' },
          diagnosticCode: { value: '550 5.7.1 Not from you' },
        },
      ],
    })
    expect(original?.returned).toBe('full')
    expect(fromUtf8(original!.bytes)).toContain('\r\n\r\nHi\r\n')
    expect(bounce!.delivery?.envelope.from).toBe('')
  })

  test.each([
    ['', `${alice} failed 5.7.1`],
    [' NOTIFY=FAILURE', `${alice} failed 5.7.1`],
    [' NOTIFY=SUCCESS,DELAY', undefined],
    [' NOTIFY=NEVER', undefined],
  ])('with%s', async (parameter, line) => {
    const world = open(failing(never))
    await handIn(world, { to: [`<alice@example.net>${parameter}`] })
    expect(reported(world)).toEqual(line ? [line] : [])
    expect(world.events).toContainEqual(
      expect.objectContaining({ type: 'undeliverable', recipient: alice }),
    )
  })

  test('RET=HDRS brings back the header alone', async () => {
    const world = open(failing(never))
    await handIn(world, { from: '<bob@example.org> RET=HDRS' })
    const { original } = parseDsn(parseMessage(inbox(world, 'bob@example.org')[0]!.bytes))
    expect(original?.returned).toBe('headers')
  })

  test('is not reported where the reverse-path is null', async () => {
    const world = open(failing(never))
    await handIn(world, { from: '<>' })
    expect(world.events.filter(({ type }) => type === 'reported')).toEqual([])
    expect(inbox(world, 'bob@example.org')).toEqual([])
  })

  test('is reported to a sender at another host by a message with a null reverse-path, which is never answered', async () => {
    const world = open({}, { mailboxes: [{ address: 'bob@example.org' }] })
    await handIn(world, { from: '<nobody@example.net>', to: ['<missing@example.net>'] })
    const senders = world.events.flatMap((event) =>
      event.type === 'command' && event.verb === 'MAIL' ? event.argument.split(' ')[0]! : [],
    )
    expect(senders).toEqual(['FROM:<nobody@example.net>', 'FROM:<nobody@example.net>', 'FROM:<>'])
    expect(world.events.filter(({ type }) => type === 'reported')).toHaveLength(1)
    expect(world.outbox).toEqual([])
  })

  test.each([
    ['none', 'teaching', `${alice} failed 5.7.10`],
    ['offered', 'postfix', `${alice} failed 5.7.30`],
    ['offered', 'teaching', undefined],
  ] as const)('asks for TLS, and meets TLS %s by a %s: %s', async (tls, personality, line) => {
    const world = open({
      'mx.example.org': { smtp: { tls: 'offered' } },
      'mx.example.net': { smtp: { tls, personality } },
    })
    await talk(world, [
      ...['EHLO desk.example.org', 'STARTTLS', 'EHLO desk.example.org'],
      ...['MAIL FROM:<bob@example.org> REQUIRETLS RET=FULL', `RCPT TO:<${alice}>`],
      ...['DATA', 'From: bob@example.org\r\n\r\nHi\r\n.', 'QUIT'],
    ])
    expect(reported(world)).toEqual(line ? [line] : [])
    expect(inbox(world, alice)).toHaveLength(line ? 0 : 1)
    if (!line) return
    // RFC 8689 §5: whatever RET asks for.
    const { original } = parseDsn(parseMessage(inbox(world, 'bob@example.org')[0]!.bytes))
    expect(original?.returned).toBe('headers')
  })

  test.each([
    ['@ MX 10 mx', '@ MX 0 .', '5.1.10'],
    ['@ MX 10 mx', '', '5.1.2'],
  ])('the DNS has for its domain: %j as %j', async (was, is, status) => {
    const world = open()
    world.setZone('example.net', sampleWorld.zones[1]!.text.replace(was, is))
    await handIn(world)
    expect(reported(world)).toEqual([`${alice} failed ${status}`])
  })

  test('comes back to who sent it from the very host', async () => {
    const world = open({ 'mx.example.org': { smtp: { faults: [never] } } })
    await world.send(mail)
    await world.settled()
    expect(reported(world, alice)).toEqual(['bob@example.org failed 5.7.1'])
  })
})

describe('a message that arrives', () => {
  test.each<[string, string[]]>([
    [' NOTIFY=SUCCESS', [`${alice} delivered 2.0.0`]],
    ['', []],
    [' NOTIFY=NEVER', []],
  ])('with%s: its sender has the report %j', async (parameter, lines) => {
    const world = open({ 'mx.example.org': { smtp: { authenticates: false } } })
    await handIn(world, { to: [`<alice@example.net>${parameter}`] })
    expect(inbox(world, alice)).toHaveLength(1)
    expect(reported(world)).toEqual(lines)
  })

  test('what is asked for goes along', async () => {
    const world = open()
    await handIn(world, {
      from: '<bob@example.org> RET=HDRS ENVID=a+2Bb',
      to: ['<alice@example.net> NOTIFY=DELAY ORCPT=rfc822;x@example.net'],
    })
    const replies = world.events.flatMap((event) =>
      event.type === 'command' && ['MAIL', 'RCPT'].includes(event.verb) ? event.argument : [],
    )
    expect(replies.slice(-2)).toEqual([
      expect.stringContaining('RET=HDRS ENVID=a+2Bb') as string,
      'TO:<alice@example.net> NOTIFY=DELAY ORCPT=rfc822;x@example.net',
    ])
  })

  test('at a server that reports nothing: its own host reports that it was passed on', async () => {
    const world = open(
      failing({ at: 'EHLO', kind: 'refuse', code: 502, enhanced: '5.5.1', text: 'Old' }),
    )
    await handIn(world, { to: ['<alice@example.net> NOTIFY=SUCCESS'] })
    expect(reported(world)).toEqual([`${alice} relayed 2.0.0`])
  })
})

describe('mail for another server', () => {
  const keeper: Change = {
    'mx.example.org': { smtp: { queuesFor: ['example.net'] } },
    'mx.example.net': { smtp: { faults: [{ ...later, times: 1 }] } },
  }

  test('is accepted from anybody, kept, and sent when that server asks', async () => {
    const world = open(keeper)
    const begin = ['EHLO x.example', 'MAIL FROM:<carol@example.com>', `RCPT TO:<${alice}>`]
    await talk(
      world,
      [...begin, 'DATA', 'From: carol@example.com\r\n\r\nHi\r\n.'],
      'forger.example',
    )
    expect(world.outbox).toHaveLength(1)
    expect(
      await talk(world, ['EHLO mx.example.net', 'ETRN example.com'], 'mx.example.net'),
    ).toMatch(/^459 /m)
    expect(world.outbox).toHaveLength(1)
    await talk(world, ['EHLO mx.example.net', 'ETRN example.net'], 'mx.example.net')
    expect(world.outbox).toEqual([])
    expect(inbox(world, alice)).toHaveLength(1)
  })

  test('never goes round: a host that is an exchange itself tries only better ones', async () => {
    const world = open(keeper)
    world.setZone(
      'example.net',
      `${sampleWorld.zones[1]!.text.replace('@ MX 10 mx', '@ MX 10 mx.example.org.')}@ MX 20 mx\n`,
    )
    await handIn(world)
    expect(reported(world)).toEqual([`${alice} failed 5.4.6`])
    expect(tries(world, 'mx.example.net')).toBe(0)
  })

  test.each([
    [100, '250'],
    [101, '554'],
  ])('with %i trace fields: %s', async (count, code) => {
    const trace = 'Received: from a by b; Mon, 1 Jun 2026 08:00:00 +0000\r\n'.repeat(count)
    const received = await handIn(open(), { text: `${trace}From: bob@example.org` })
    expect(received).toMatch(new RegExp(`^354 .*\r\n${code} `, 'm'))
  })
})

test('time that goes by in pieces comes to the same as time in one', async () => {
  const run = async (pieces: readonly number[]) => {
    const world = open(failing({ ...later, times: 3 }))
    await handIn(world)
    for (const piece of pieces) world.advanceClock(piece)
    await world.settled()
    return [
      world.clock.now(),
      inbox(world, alice).map(({ internalDate, bytes }) => [internalDate, fromUtf8(bytes)]),
    ]
  }
  const whole = await run([DAY])
  expect(await run([HOUR, 0, 23 * HOUR])).toEqual(whole)
  expect(whole[1]).toHaveLength(1)
})

test.each([
  ['followed', 'delivered'],
  ['refused', 'undeliverable'],
] as const)('an alias as a mail host is %s, and the message %s', async (mxAliases, type) => {
  const zones = sampleWorld.zones.map((zone) => ({
    ...zone,
    text: zone.text.replace('@ MX 10 mx', '@ MX 10 mail\nmail CNAME mx'),
  }))
  const world = open({ 'mx.example.org': { sending: { mxAliases } } }, { zones })
  await handIn(world)
  expect(world.events.map((event) => event.type)).toContain(type)
})

import { describe, expect, test } from 'vitest'
import { fromLatin1, utf8 } from '../../core/bytes.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import { sampleWorld } from '../../world/sample.ts'
import { sandboxWorld } from '../../world/sandbox.ts'
import type { WorldEvent } from '../../world/events/index.ts'
import type { World } from '../../world/world.ts'
import type { DeliveryDiagram } from './delivery.ts'
import { diagramOf, titleOf } from './delivery-diagram.ts'
import { messageStories } from './delivery-stories.ts'
import { transaction, Typist } from './testing/say-smtp.ts'

const DESK = 'desk.example.org'
const MAIL = '192.0.2.25'
const MX = '198.51.100.25'

const open = (): World => createWorld(sandboxWorld, { crypto: webCrypto })

const diagrams = (world: Pick<World, 'events'>): DeliveryDiagram[] =>
  messageStories(world.events).map((story) => diagramOf(story, titleOf(story), DESK))

const send = async (world: World, id: string): Promise<void> => {
  await world.send(world.spec.mails.find((mail) => mail.id === id)!)
  await world.settled()
}

/** `mail.example.org>dns MX example.net → …`, without what connections begin and end with. */
const shown = ({ rows }: DeliveryDiagram): string[] =>
  rows
    .filter(({ label }) => !/^(?:connects|EHLO|STARTTLS|TLS|QUIT|AAAA)/.test(label))
    .map(({ from, to, label }) => `${from}${to ? `>${to}` : ''} ${label}`)

test('a message with its questions, commands, checks and delivery', async () => {
  const world = open()
  await send(world, 'letter')
  const [diagram, ...others] = diagrams(world)
  expect(others).toEqual([])
  expect(shown(diagram!).map((text) => text.slice(0, 64))).toEqual([
    'mail.example.org>dns MX example.net → 10 mx.example.net',
    'mail.example.org>dns A mx.example.net → 198.51.100.25',
    'mail.example.org>mx.example.net MAIL FROM:<alice@example.org> SI',
    'mail.example.org>mx.example.net RCPT TO:<bob@example.net> → 250',
    'mail.example.org>mx.example.net DATA → 354',
    'mail.example.org>mx.example.net message · From: Alice <alice@exa',
    'mx.example.net>dns TXT example.org → "v=spf1 mx include:news.exa',
    'mx.example.net>dns MX example.org → 10 mail.example.org',
    'mx.example.net>dns A mail.example.org → 192.0.2.25',
    'mx.example.net SPF pass',
    'mx.example.net>dns TXT mail.example.org → the name is there, no ',
    'mx.example.net HELO none',
    'mx.example.net>dns TXT june._domainkey.example.org → "v=DKIM1; k',
    'mx.example.net DKIM pass',
    'mx.example.net>dns TXT _dmarc.example.org → "v=DMARC1; p=reject;',
    'mx.example.net DMARC pass',
    'mx.example.net>bob@example.net put into Inbox',
    'mx.example.net>mail.example.org 250 2.0.0 Message accepted, queu',
  ])
  expect(diagram!.lanes.map(({ title, host }) => `${title}: ${host}`)).toEqual([
    ...['Sender: mail.example.org', 'DNS: what zones say', 'Receiver: mx.example.net'],
    'Mailbox: bob@example.net',
  ])
})

test.each([
  ['letter', 'Inbox', 'It lies in the inbox of bob@example.net.'],
  ['newsletter', 'Inbox', 'It lies in the inbox of bob@example.net.'],
  ['forgery', 'Rejected', '550 DMARC failed, and the domain asks to reject'],
])('%s ends: %s', async (id, word, text) => {
  const world = open()
  await send(world, id)
  const { end } = diagrams(world)[0]!
  expect(end.word).toBe(word)
  expect(end.text).toContain(text)
})

describe('one message is kept apart from another', () => {
  test('two in one connection', async () => {
    const world = open()
    const typist = new Typist(world, DESK, MX)
    await typist.say('EHLO desk.example.org')
    await typist.say(...transaction('alice@example.org', 'bob@example.net', 'one'))
    await typist.say(...transaction('me@example.org', 'bob@example.net', 'two'), 'QUIT')
    const [first, second, ...others] = diagrams(world)
    expect(others).toEqual([])
    expect([first!.key, second!.key]).toEqual(['c1.1', 'c1.2'])
    expect(first!.title).toBe('alice@example.org → bob@example.net')
    expect(second!.title).toBe('me@example.org → bob@example.net')
    expect(second!.rows.some(({ label }) => label.includes('alice'))).toBe(false)
    // What the connection began with belongs to both, the farewell to the last.
    for (const { rows } of [first!, second!])
      expect(rows.slice(0, 2).map(({ label }) => label)).toEqual([
        'connects, port 25 → 220',
        'EHLO desk.example.org → 250',
      ])
    expect(first!.rows.some(({ label }) => label.startsWith('QUIT'))).toBe(false)
    expect(second!.rows.at(-1)!.label).toBe('QUIT → 221')
  })

  test('two connections, line by line in turn', async () => {
    const world = open()
    const [one, two] = [new Typist(world, DESK, MX), new Typist(world, 'forger.example', MX)]
    const lines = [
      transaction('alice@example.org', 'bob@example.net', 'one'),
      transaction('eve@forger.example', 'bob@example.net', 'two'),
    ]
    await one.say('EHLO desk.example.org')
    await two.say('EHLO forger.example')
    for (let at = 0; at < lines[0]!.length; at++) {
      await one.say(lines[0]![at]!)
      await two.say(lines[1]![at]!)
    }
    const [first, second] = diagrams(world)
    expect(new Set(first!.rows.map(({ from }) => from))).toEqual(new Set([DESK, 'mx.example.net']))
    expect(second!.rows.map(({ from }) => from)).not.toContain(DESK)
    const asked = ({ rows }: DeliveryDiagram) =>
      rows.flatMap(({ detail, asksFor }) =>
        detail.question ? [`${asksFor} ${detail.question.name}`] : [],
      )
    expect(asked(second!)).toContain('SPF forger.example')
    expect(asked(first!)).not.toContain('SPF forger.example')
  })

  test('a message that a server passes on is one story, and its bounce is in it', async () => {
    const world = open()
    const typist = new Typist(world, DESK, MAIL)
    await typist.say('EHLO desk.example.org')
    await typist.say(...transaction('alice@example.org', 'bob@example.net', 'one'))
    await typist.say(...transaction('alice@example.org', 'no@example.net', 'two'), 'QUIT')
    const [first, second, ...others] = diagrams(world)
    expect(others).toEqual([])
    expect(first!.end.word).toBe('Inbox')
    expect(first!.lanes.map(({ title }) => title)).toEqual([
      ...['You', 'Relay', 'DNS', 'Receiver', 'Mailbox'],
    ])
    expect(second!.end.word).toBe('Bounced')
    expect(shown(second!).slice(-5)).toEqual([
      'mail.example.org>mx.example.net RCPT TO:<no@example.net> → 550',
      'mail.example.org>mx.example.net DATA → 554',
      'mail.example.org gives up',
      'mail.example.org bounce',
      'mail.example.org>alice@example.org put into Inbox',
    ])
  })

  test('a mail that is sent twice is two stories', async () => {
    const world = open()
    await send(world, 'letter')
    await send(world, 'letter')
    expect(diagrams(world).map(({ end }) => end.word)).toEqual(['Inbox', 'Inbox'])
  })
})

describe('a message that is not sent', () => {
  test.each([
    [['MAIL FROM:<a@example.org>', 'RSET'], 'Not sent'],
    [['MAIL FROM:<a@example.org>'], 'Under way'],
    [['MAIL FROM:<a@example.org>', 'RSET', 'MAIL FROM:<b@example.org>'], 'Under way'],
    [['HELP'], 'Under way'],
  ])('%j → %s', async (lines, word) => {
    const world = open()
    await new Typist(world, DESK, MX).say('EHLO desk.example.org', ...lines)
    expect(diagrams(world).at(-1)!.end.word).toBe(word)
  })

  test('a connection that ends in the middle', async () => {
    const world = open()
    const typist = new Typist(world, DESK, MX)
    await typist.say('EHLO desk.example.org', 'MAIL FROM:<a@example.org>')
    await typist.leave()
    expect(diagrams(world)[0]!.end.text).toBe('The connection ended before the message was sent.')
  })

  test('a message that is being typed shows', async () => {
    const world = open()
    const typist = new Typist(world, DESK, MX)
    await typist.say('EHLO desk.example.org', 'MAIL FROM:<a@example.org>')
    await typist.say('RCPT TO:<bob@example.net>', 'DATA', 'From: a@example.org')
    const last = diagrams(world)[0]!.rows.at(-1)!
    expect(last.label).toBe('message · From: a@example.org')
    expect(last.sentence).toBe('desk.example.org is sending the message: 21 octets so far.')
  })
})

test('what was asked before one connects shows where it led there', async () => {
  const world = open()
  world.lookUp(DESK, 'news.example', 'MX')
  world.lookUp(DESK, 'example.net', 'MX')
  world.lookUp(DESK, 'mx.example.net', 'A')
  const typist = new Typist(world, DESK, MX)
  await typist.say('EHLO desk', ...transaction('a@example.org', 'bob@example.net', 'one'))
  expect(shown(diagrams(world)[0]!).slice(0, 2)).toEqual([
    'desk.example.org>dns MX example.net → 10 mx.example.net',
    'desk.example.org>dns A mx.example.net → 198.51.100.25',
  ])
})

test('each command has its octets, also where several came in one go', async () => {
  const world = open()
  await send(world, 'newsletter')
  const octets = diagrams(world)[0]!.rows.flatMap(({ label, detail, isSealed }) =>
    /^(?:MAIL|RCPT|DATA|QUIT)/.test(label)
      ? [[fromLatin1(detail.sent!), fromLatin1(detail.received!), isSealed]]
      : [],
  )
  expect(octets).toEqual([
    [
      'MAIL FROM:<news@example.org> SIZE=208\r\n',
      '250 2.1.0 Sender <news@example.org> accepted\r\n',
      true,
    ],
    ['RCPT TO:<bob@example.net>\r\n', '250 2.1.5 <bob@example.net> accepted\r\n', true],
    ['DATA\r\n', '354 Send the message. A line with a single dot ends it\r\n', true],
    ['QUIT\r\n', '221 2.0.0 mx.example.net says goodbye\r\n', true],
  ])
})

test('a message that waits, and one that no server takes', async () => {
  const world = createWorld(sampleWorld, { crypto: webCrypto })
  world.setZone('example.org', sampleWorld.zones[0]!.text.replace('@ MX 10 mx', '@ MX 10 ns'))
  await send(world, 'letter')
  await send(world, 'relayed')
  const [waits, lost] = diagrams(world)
  expect(waits!.end.word).toBe('Waits')
  expect(waits!.rows.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['port 25: unreachable', expect.stringMatching(/^kept, again in/)]),
  )
  expect(lost!.end.word).not.toBe('Inbox')
})

test('a log without its start, and one without sense, are read', () => {
  const log: WorldEvent[] = [
    { at: 1, type: 'wire', connection: 4, from: 'client', bytes: utf8('x') },
    { at: 2, type: 'closed', connection: 4 },
    {
      ...{ at: 3, type: 'undeliverable', host: 'h', queueId: 'q' },
      recipient: 'a@b',
      reason: 'No.',
    },
  ]
  expect(diagrams({ events: log }).map(({ end }) => end.word)).toEqual(['Undeliverable'])
})

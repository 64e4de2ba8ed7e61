import { describe, expect, test } from 'vitest'
import { fromLatin1, latin1 } from '../core/bytes.ts'
import { webCrypto } from '../platform/webcrypto.ts'
import { createWorld } from './create.ts'
import type { StoredMessage } from './stored-message.ts'
import { AGREED_TLS } from './handshake.ts'
import { Mailboxes, messagesOf } from './mailboxes.ts'
import { sandboxWorld } from './sandbox.ts'
import type { MailSpec } from './spec.ts'
import type { World } from './world.ts'

const ALICE = 'alice@example.org'
const IMPLICIT_TLS: ReadonlySet<number> = new Set([993, 995])

/** Sends lines one after the other to Alice's host, each once the world is still. */
async function talk(world: World, port: number, lines: readonly string[]): Promise<string> {
  let received = ''
  const line = world.connect('desk.example.org', '192.0.2.25', port, {
    received: (bytes) => (received += fromLatin1(bytes)),
    closed: () => undefined,
  })
  if ('refused' in line) throw new Error(line.refused)
  if (IMPLICIT_TLS.has(port)) line.secure(AGREED_TLS)
  for (const text of lines) {
    await world.settled()
    line.send(latin1(`${text}\r\n`))
  }
  await world.settled()
  return received
}

const lmtp = (world: World, subject: string, to: readonly string[] = [ALICE]) =>
  talk(world, 24, [
    ...['LHLO desk.example.org', 'MAIL FROM:<bob@example.net>'],
    ...to.map((address) => `RCPT TO:<${address}>`),
    ...['DATA', `Subject: ${subject}\r\n\r\nHello\r\n.`, 'QUIT'],
  ])

const imap = (world: World, ...lines: readonly string[]) =>
  talk(world, 993, [
    ...['a LOGIN alice@example.org friday', 'b SELECT INBOX'],
    ...lines.map((line, at) => `c${at} ${line}`),
    'd LOGOUT',
  ])

const pop3 = (world: World, ...lines: readonly string[]) =>
  talk(world, 995, [`USER ${ALICE}`, 'PASS friday', ...lines])

/** Alice's folders that hold something: `INBOX: one (\Seen)`, a message that was not delivered with `+`. */
function held(world: World, address = ALICE): string[] {
  const { folders } = world.mailboxes.find((mailbox) => mailbox.address === address)!
  return folders.flatMap(({ name, messages }) =>
    messages.map(({ bytes, flags, delivery }) => {
      const [, subject] = /^Subject: (.*)$/m.exec(fromLatin1(bytes)) ?? []
      const marks = flags.length ? ` (${flags.join(' ')})` : ''
      return `${name}: ${delivery ? '' : '+'}${subject?.trim()}${marks}`
    }),
  )
}

async function openWithTwo(): Promise<World> {
  const world = createWorld(sandboxWorld, { crypto: webCrypto })
  await lmtp(world, 'one')
  await lmtp(world, 'two')
  return world
}

test('what LMTP delivers is in the mailbox, with its envelope and its disposition', async () => {
  const world = await openWithTwo()
  expect(held(world)).toEqual(['INBOX: one', 'INBOX: two'])
  const [inbox] = world.mailboxes.find(({ address }) => address === ALICE)!.folders
  expect(inbox!.messages[0]).toMatchObject({
    flags: [],
    delivery: {
      ...{ folder: 'inbox', reason: expect.stringMatching(/^This host/) as string },
      envelope: { from: 'bob@example.net', to: [ALICE], helo: 'desk.example.org' },
    },
  })
})

test.each<[string, (world: World) => Promise<string>, string[]]>([
  ['POP3 DELE and QUIT', (world) => pop3(world, 'DELE 1', 'QUIT'), ['INBOX: two']],
  ['POP3 DELE alone', (world) => pop3(world, 'DELE 1'), ['INBOX: one', 'INBOX: two']],
  [
    'IMAP STORE \\Deleted',
    (world) => imap(world, 'STORE 1 +FLAGS (\\Deleted)'),
    ['INBOX: one (\\Deleted)', 'INBOX: two'],
  ],
  ['IMAP EXPUNGE', (world) => imap(world, 'STORE 1 +FLAGS (\\Deleted)', 'EXPUNGE'), ['INBOX: two']],
  ['IMAP MOVE', (world) => imap(world, 'MOVE 1 Trash'), ['INBOX: two', 'Trash: one']],
  ['IMAP COPY', (world) => imap(world, 'COPY 2 Junk'), ['INBOX: one', 'INBOX: two', 'Junk: two']],
  [
    'IMAP STORE',
    (world) => imap(world, 'STORE 2 FLAGS (\\Flagged \\Answered)'),
    ['INBOX: one', 'INBOX: two (\\Answered \\Flagged)'],
  ],
  [
    'IMAP FETCH, which marks as seen',
    (world) => imap(world, 'FETCH 1 BODY[TEXT]'),
    ['INBOX: one (\\Seen)', 'INBOX: two'],
  ],
  [
    'IMAP APPEND',
    (world) => imap(world, 'APPEND Sent (\\Seen) {16+}\r\nSubject: mine\r\n\r\n'),
    ['INBOX: one', 'INBOX: two', 'Sent: +mine (\\Seen)'],
  ],
  [
    'IMAP RENAME and DELETE of folders',
    (world) => imap(world, 'MOVE 1 Trash', 'RENAME Trash Bin', 'MOVE 1 Drafts', 'DELETE Drafts'),
    ['Bin: one'],
  ],
])('after %s the mailbox holds what the store holds', async (_, act, mailbox) => {
  const world = await openWithTwo()
  await act(world)
  expect(held(world)).toEqual(mailbox)
})

test('reading the mailboxes marks nothing as seen', async () => {
  const world = await openWithTwo()
  expect(held(world)).toEqual(held(world))
})

describe('junk', () => {
  function forge(world: World) {
    const { origin, text } = sandboxWorld.zones[0]!
    world.setZone(origin, text.replace('p=reject', 'p=quarantine'))
    return world.send(sandboxWorld.mails[3]!)
  }
  const asBob = (world: World, ...lines: readonly string[]) =>
    talkTo(world, '198.51.100.25', ['a LOGIN bob@example.net lunch', ...lines])

  async function talkTo(world: World, address: string, lines: readonly string[]): Promise<void> {
    const line = world.connect('desk.example.org', address, 993, {
      received: () => undefined,
      closed: () => undefined,
    })
    if ('refused' in line) throw new Error(line.refused)
    line.secure(AGREED_TLS)
    for (const text of lines) line.send(latin1(`${text}\r\n`))
    await world.settled()
  }

  test.each([
    ['is delivered to Junk', [], 'Junk'],
    ['follows its folder to another name', ['b RENAME Junk Spam'], 'Spam'],
    ['has a new folder where its owner deleted the old one', ['b DELETE Junk'], 'Junk'],
  ])('%s', async (_, lines, name) => {
    const world = createWorld(sandboxWorld, { crypto: webCrypto })
    await asBob(world, ...lines)
    await forge(world)
    expect(held(world, 'bob@example.net')).toEqual([`${name}: Only the envelope is checked`])
  })
})

describe('a mailbox without room', () => {
  const full = async (): Promise<World> => {
    const world = createWorld(sandboxWorld, { crypto: webCrypto })
    await imap(world, 'SETQUOTA "" (STORAGE 0)')
    return world
  }

  const fromBob = (rcptTo: readonly string[]): MailSpec => ({
    ...{ id: 'note', title: 'A note', host: 'mx.example.net', mailFrom: 'bob@example.net' },
    ...{ rcptTo, headers: [['From', 'bob@example.net']], body: 'Hello\n', intent: 'good' },
  })

  test('is reported by LMTP for that recipient alone', async () => {
    const world = await full()
    const received = await lmtp(world, 'one', [ALICE, 'reports@example.org'])
    expect(received).toMatch(/^452 4\.2\.2 .*\r\n250 2\./m)
    expect(held(world)).toEqual([])
    expect(held(world, 'reports@example.org')).toEqual(['INBOX: one'])
  })

  test('puts off what SMTP brings for it alone', async () => {
    const world = await full()
    const { end } = await world.send(fromBob([ALICE]))
    expect(end).toMatchObject({ kind: 'rejected', code: 452 })
    expect(world.outbox).toHaveLength(1)
  })

  test('is reported where SMTP accepted the message for another', async () => {
    const world = await full()
    await world.send(fromBob([ALICE, 'reports@example.org']))
    await world.settled()
    expect(held(world, 'reports@example.org')).toHaveLength(1)
    const [report] = world.mailboxes.find(({ address }) => address === 'bob@example.net')!.folders
    expect(fromLatin1(report!.messages[0]!.bytes)).toMatch(
      /Final-Recipient: rfc822; alice@example\.org\r\nAction: failed\r\nStatus: 5\.2\.2/,
    )
  })
})

test('the same session gives the same mailboxes', async () => {
  const run = async () => {
    const world = await openWithTwo()
    await imap(world, 'MOVE 1 Trash', 'COPY 1 Archive', 'CREATE Archive', 'COPY 1 Archive')
    return JSON.stringify(world.mailboxes)
  }
  expect(await run()).toBe(await run())
})

describe('the mailboxes alone', () => {
  const open = () =>
    new Mailboxes({
      seed: 1,
      mailboxes: [{ address: 'Bob@example.org' }, { address: 'carol@example.com', name: 'Carol' }],
    })
  const message: StoredMessage = {
    ...{ id: 'A1', at: 7, folder: 'inbox', reason: 'SPF passed.', bytes: latin1('Subject: x') },
    envelope: { from: '', to: ['bob@example.org'], helo: 'a.example', ip: '192.0.2.1' },
  }

  test.each([
    ['bob@EXAMPLE.org', [], 'Bob@example.org'],
    ['postmaster@example.com', ['EXAMPLE.com'], 'carol@example.com'],
    ['postmaster', ['example.org'], 'Bob@example.org'],
    ['postmaster@example.net', ['example.net'], undefined],
    ['nobody@example.org', ['example.org'], undefined],
  ])('mail for %s at a host of %j goes to %s', (address, domains, mailbox) =>
    expect(open().receiving(address, domains)?.address).toBe(mailbox),
  )

  test('a delivery is known of each copy, in every mailbox that has the message', () => {
    const mailboxes = open()
    for (const mailbox of mailboxes.all) expect(mailboxes.deliver(mailbox, message)).toBeUndefined()
    const account = mailboxes.store.account('bob@example.org')!
    account.mailbox('INBOX')!.copy([1], account.mailbox('Sent')!)
    const ids = mailboxes.all.map((one) => messagesOf(one).map(({ delivery }) => delivery?.id))
    expect(ids).toEqual([['A1', 'A1'], ['A1']])
  })

  test('what the store refuses is not in the mailbox', () => {
    const mailboxes = open()
    mailboxes.store.account('bob@example.org')!.setLimits({ messages: 0 })
    const [bob] = mailboxes.all
    expect(mailboxes.deliver(bob!, message)).toBe('over-quota')
    expect(messagesOf(bob!)).toEqual([])
  })
})

describe('line ends are the same by every way in and out', () => {
  const text = 'Subject: ends\r\n\r\none\ntwo\rthree\r\n'
  const stored = 'Subject: ends\r\n\r\none\r\ntwo\r\nthree\r\n'
  const lax = {
    ...sandboxWorld,
    hosts: sandboxWorld.hosts.map((host) =>
      host.smtp ? { ...host, smtp: { ...host.smtp, bareLf: 'lax' as const } } : host,
    ),
  }

  test('APPEND', async () => {
    const world = createWorld(sandboxWorld, { crypto: webCrypto })
    const answer = await imap(
      world,
      `APPEND INBOX {${text.length}+}\r\n${text}`,
      'FETCH 1 RFC822.SIZE',
    )
    expect(answer).toContain(`RFC822.SIZE ${stored.length})`)
    expect(await pop3(world, 'LIST 1', 'QUIT')).toContain(`+OK 1 ${stored.length}`)
  })

  test('SMTP, where the host takes a lone line feed at all', async () => {
    const world = createWorld(lax, { crypto: webCrypto })
    await talk(world, 25, [
      ...['EHLO desk.example.org', 'MAIL FROM:<bob@example.net>', `RCPT TO:<${ALICE}>`, 'DATA'],
      ...[`${text}.`, 'QUIT'],
    ])
    const { folders } = world.mailboxes.find(({ address }) => address === ALICE)!
    const [message] = folders.flatMap(({ messages }) => messages)
    expect(fromLatin1(message!.bytes)).toMatch(/three\r\n$/)
    expect(fromLatin1(message!.bytes)).not.toMatch(/[^\r]\n|\r(?!\n)/)
    const size = message!.bytes.length
    const answer = await imap(world, 'SELECT Junk', 'FETCH 1 RFC822.SIZE')
    expect(answer).toContain(`RFC822.SIZE ${size})`)
  })
})

test('an account holds so much and no more unless somebody sets another limit', async () => {
  const world = createWorld(sandboxWorld, { crypto: webCrypto })
  const answer = await imap(world, 'GETQUOTAROOT INBOX')
  expect(answer).toMatch(/\(STORAGE \d+ 256000\)/)
})

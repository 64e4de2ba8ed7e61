import { describe, expect, test } from 'vitest'
import { utf8 } from '../../core/bytes.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import { sandboxWorld } from '../../world/sandbox.ts'
import { TerminalShell } from '../terminal-shell.ts'

const message = (subject: string, text: string): Uint8Array =>
  utf8(
    `From: =?utf-8?q?J=C3=BCrgen?= <j@example.net>\r\nTo: alice@example.org\r\nSubject: ${subject}\r\n\r\n${text}\r\n`,
  )

/** A shell on the sandbox's desk, with two messages for Alice; `type` returns what was printed since. */
function open() {
  const world = createWorld(sandboxWorld, { crypto: webCrypto })
  const inbox = world.store.open('alice@example.org').mailbox('INBOX')!
  const internalDate = Date.parse('2026-06-01T07:00:00Z')
  const put = (subject: string, text: string) =>
    inbox.append([{ bytes: message(subject, text), internalDate, zone: 120 }])
  put('Lunch', 'Noon at the harbour?')
  put('Bad\x07 news', 'Red \x1b[31m\u202e and\nmore')
  const printed: string[] = []
  const shell = new TerminalShell({
    world,
    host: 'desk.example.org',
    output: {
      write: () => undefined,
      addLine: ({ who, text }) => void printed.push(`${who}: ${text}`),
    },
  })
  async function type(...lines: readonly string[]): Promise<string[]> {
    const from = printed.length
    for (const line of lines) {
      shell.type(line.endsWith('\x03') || line.endsWith('\x04') ? line : `${line}\r`)
      await world.settled()
    }
    return printed
      .slice(from)
      .filter((line) => line.startsWith('program: '))
      .map((line) => line.slice(9))
  }
  return { world, shell, printed, inbox, put, type }
}

const list = [
  'INBOX on mail.example.org: 2 messages, 2 unread.',
  ' N     1  Jürgen   1 Jun 09:00  Lunch',
  ' N     2  Jürgen   1 Jun 09:00  Bad^G news',
]

describe('mail', () => {
  test.each([
    ['mail alice@example.org', 993],
    ['mail -s alice@example.org', 143],
    ['mail --clear alice@example.org mail.example.org', 143],
  ])('%s lists the messages, and the wire has each command', async (line, port) => {
    const { type, world } = open()
    const received = await type(line, 'friday')
    expect(received.slice(-4, -1)).toEqual(list)
    const opened = world.events.findLast((event) => event.type === 'opened')
    expect(opened).toMatchObject({ port, to: 'mail.example.org' })
    const wire = world.events.filter((event) => event.type === 'wire')
    expect(wire.length).toBeGreaterThan(6)
    if (port === 993) expect(wire.every((event) => event.type === 'wire' && event.tls)).toBe(true)
  })

  test('the password is not shown, nor kept to come back to', async () => {
    const { type, printed, shell } = open()
    await type('mail alice@example.org', 'friday', 'x')
    expect(printed.join('\n')).not.toContain('friday')
    expect(shell.history).toEqual(['mail alice@example.org'])
    expect(shell.running).toBeUndefined()
  })

  test('a message is read, without any control character, and counts as seen', async () => {
    const { type, inbox } = open()
    await type('mail alice@example.org', 'friday')
    expect(await type('2')).toEqual([
      'From: Jürgen <j@example.net>',
      'To: alice@example.org',
      'Subject: Bad^G news',
      '',
      'Red ^[[31m<U+202E> and',
      'more',
    ])
    expect(inbox.messages[1]!.flags).toEqual(['\\Seen'])
    expect(await type('')).toEqual(['There are no more messages.'])
    expect(await type('7')).toEqual(['There is no message 7.'])
  })

  test('marks go with q, and stay with x', async () => {
    const { type, inbox } = open()
    await type('mail alice@example.org', 'friday')
    expect(await type('d 1')).toEqual([' D     1  Jürgen   1 Jun 09:00  Lunch'])
    expect(await type('u 1')).toEqual([' N     1  Jürgen   1 Jun 09:00  Lunch'])
    await type('d 1', 'x')
    expect(inbox.messages).toHaveLength(2)
    await type('mail alice@example.org', 'friday')
    expect(await type('q')).toEqual(['1 removed.'])
    expect(inbox.messages.map(({ uid }) => uid)).toEqual([2])
  })

  test('messages are searched, and folders opened', async () => {
    const { type, world } = open()
    world.store.open('alice@example.org').create('Entwürfe')
    await type('mail alice@example.org', 'friday')
    expect(await type('s harbour')).toEqual([list[1]])
    expect(await type('s Grüße')).toEqual(['No message has that in it.'])
    expect(await type('f')).toEqual(expect.arrayContaining(['  INBOX', '  Entwürfe']))
    expect((await type('c Entwürfe'))[0]).toBe('Entwürfe on mail.example.org: no messages.')
    expect((await type('c Nope'))[0]).toContain('There is no mailbox Nope')
    expect(await type('1')).toEqual(['There are no more messages.'])
  })

  test('waiting reports new mail, until Ctrl-C', async () => {
    const { type, put, world, shell, printed } = open()
    await type('mail alice@example.org', 'friday')
    expect(await type('w')).toEqual(['Waiting for what happens. Ctrl-C ends it.'])
    put('News', 'x')
    await world.settled()
    expect(printed.at(-1)).toBe('program:  N     3  Jürgen   1 Jun 09:00  News')
    put('More news', 'x')
    await world.settled()
    expect(printed.at(-1)).toContain('More news')
    expect(shell.running).toBe('mail')
    await type('\x03')
    expect((await type('h')).at(-1)).toContain('More news')
    await type('\x04')
    expect(shell.running).toBeUndefined()
  })

  test('Ctrl-C hangs up, and nothing is removed', async () => {
    const { type, shell, inbox } = open()
    await type('mail alice@example.org', 'friday', 'd 1:2')
    expect(await type('\x03')).toEqual(['Hung up; nothing was removed.'])
    expect(shell.running).toBeUndefined()
    expect(inbox.messages).toHaveLength(2)
  })

  test('a wrong password is reported in the server’s words', async () => {
    const { type, shell } = open()
    expect((await type('mail alice@example.org', 'monday')).at(-1)).toBe(
      'The server responded: That name and that password do not belong together.',
    )
    expect(shell.running).toBeUndefined()
  })

  test.each([
    ['mail', 'password: friday'],
    ['mail alice', 'An address belongs here'],
    ['mail alice@nowhere.example', 'No `SRV` and no `MX` record'],
    ['mail alice@example.org a b', 'nothing more'],
    ['mail -z alice@example.org', 'no option `-z`'],
    ['mail alice@example.org forger.example', 'forger.example'],
    ['mail alice@news.example', 'Connection refused'],
  ])('%s: %s', async (line, sentence) =>
    expect((await open().type(line)).join('\n')).toContain(sentence),
  )

  test('what is typed is read, or advised about', async () => {
    const { type } = open()
    await type('mail alice@example.org', 'friday')
    for (const [typed, sentence] of [
      ['?', 'read message 1'],
      ['d', '`d 1`'],
      ['d x', '`d 1`'],
      ['c', '`c Sent`'],
      ['s', '`s lunch`'],
      ['q now', 'Nothing belongs after `q`'],
      ['frobnicate', '`?` shows'],
    ] as const)
      expect((await type(typed)).join('\n')).toContain(sentence)
  })
})

test('an SRV record names the server for a mailbox', async () => {
  const { type, world } = open()
  const zone = world.spec.zones[0]!.text
  world.setZone('example.org', `${zone}_imaps._tcp SRV 0 1 993 mail\n`)
  expect((await type('mail alice@example.org', 'friday')).join('\n')).toContain(
    '`_imaps._tcp.example.org` names the server',
  )
})

describe('what is written in mail', () => {
  const last = (world: ReturnType<typeof open>['world']) =>
    world.events.findLast((event) => event.type === 'delivered')

  test('a reply goes to who wrote it, in its thread, and the message is marked', async () => {
    const { type, world, inbox } = open()
    inbox.append([
      {
        bytes: utf8(
          'From: Alice <alice@example.org>\r\nMessage-ID: <1@example.org>\r\nSubject: Plan\r\n\r\nWell?\r\n',
        ),
        internalDate: 0,
        zone: 0,
      },
    ])
    await type('mail alice@example.org', 'friday')
    const asked = await type('r 3')
    expect(asked.slice(0, 2)).toEqual(['To: alice@example.org', 'Subject: Re: Plan'])
    expect((await type('Yes.', '.')).at(-1)).toContain('Handed to mail.example.org')
    const sent = inbox.messages.at(-1)!
    const text = new TextDecoder().decode(sent.bytes)
    expect(text).toContain('In-Reply-To: <1@example.org>')
    expect(text).toContain('References: <1@example.org>')
    expect(text).toContain('\r\n\r\nYes.\r\n')
    expect((await type('h')).find((line) => line.includes('Plan'))).toMatch(/A\s+3/)
    expect(last(world)).toBeDefined()
  })

  test('a message is forwarded as text, and Ctrl-C drops another', async () => {
    const { type, inbox } = open()
    await type('mail alice@example.org', 'friday')
    await type('fw 1 alice@example.org', 'Look:', '\x04')
    const text = new TextDecoder().decode(inbox.messages.at(-1)!.bytes)
    expect(text).toContain('Subject: Fwd: Lunch')
    expect(text).toContain('Look:\r\n\r\n---------- Forwarded message ----------')
    expect(text).toContain('Noon at the harbour?')
    await type('m alice@example.org', 'Oh')
    expect(await type('\x03')).toEqual(['Nothing was sent.'])
    expect(inbox.messages).toHaveLength(3)
  })

  test('all of it may come through a pipe: each line waits for the login', async () => {
    const { type, shell, world, printed } = open()
    await type(`printf 'friday\\n1\\nq\\n' | mail alice@example.org`)
    await shell.settled()
    await world.settled()
    expect(printed.join('\n')).toContain('Noon at the harbour?')
    expect(shell.running).toBeUndefined()
  })

  test('a mistyped word gets the nearest', async () => {
    const { type } = open()
    await type('mail alice@example.org', 'friday')
    expect((await type('replay'))[0]).toContain('Did you mean `reply`?')
    expect((await type('fw 1'))[0]).toContain('who shall get it')
  })
})

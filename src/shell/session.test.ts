import { describe, expect, test } from 'vitest'
import { fromUtf8 } from '../core/bytes.ts'
import { webCrypto } from '../platform/webcrypto.ts'
import { createWorld } from '../world/create.ts'
import { messagesOf } from '../world/mailboxes.ts'
import { sampleWorld } from '../world/sample.ts'
import { TerminalShell } from './terminal-shell.ts'

/** A shell on a host of the sample world; `type` waits until the world is quiet again. */
function open(host = 'mx.example.net') {
  const world = createWorld(sampleWorld, { crypto: webCrypto })
  const printed: string[] = []
  const shell = new TerminalShell({
    world,
    host,
    output: {
      write: () => undefined,
      addLine: ({ who, text }) => void printed.push(`${who}: ${text}`),
    },
  })
  async function type(data: string): Promise<string[]> {
    const from = printed.length
    shell.type(data)
    await shell.settled()
    await world.settled()
    return printed.slice(from)
  }
  return { world, shell, type }
}

const inbox = ({ world }: ReturnType<typeof open>): string[] =>
  world.mailboxes
    .filter(({ address }) => address === 'bob@example.org')
    .flatMap((mailbox) => messagesOf(mailbox).map(({ bytes }) => fromUtf8(bytes)))

const MESSAGE = [
  'From: Alice <alice@example.net>',
  'To: Bob <bob@example.org>',
  'Subject: Grüezi',
  '',
  'Hello Bob',
  '..a dot',
  '.',
]

describe('on the real Internet of the sample world', () => {
  test('a whole session by hand: the message is delivered', async () => {
    const opened = open()
    const { type, shell } = opened
    expect(await type('nc mx.example.org 25\r')).toEqual([
      'you: nc mx.example.org 25',
      expect.stringMatching(/^server: 220 mx\.example\.org /),
    ])
    const greeted = await type('EHLO mx.example.net\r')
    expect(greeted.at(-1)).toMatch(/^server: 250 /)
    expect((await type('MAIL FROM:<alice@example.net>\r')).at(-1)).toMatch(/^server: 250 /)
    expect((await type('RCPT TO:<bob@example.org>\r')).at(-1)).toMatch(/^server: 250 /)
    expect((await type('DATA\r')).at(-1)).toMatch(/^server: 354 /)
    expect((await type(MESSAGE.join('\r') + '\r')).at(-1)).toMatch(/^server: 250 /)
    const ended = await type('QUIT\r')
    expect(ended.slice(0, 2)).toEqual(['you: QUIT', expect.stringMatching(/^server: 221 /)])
    expect(shell.running).toBeUndefined()
    expect(inbox(opened)).toEqual([
      expect.stringContaining('Subject: Grüezi\r\n\r\nHello Bob\r\n.a dot\r\n'),
    ])
  })

  test('the same as one paste', async () => {
    const opened = open()
    const lines = [
      'EHLO mx.example.net',
      'MAIL FROM:<alice@example.net>',
      'RCPT TO:<bob@example.org>',
    ]
    await opened.type('nc mx.example.org 25\r')
    await opened.type([...lines, 'DATA', ...MESSAGE, 'QUIT', ''].join('\n'))
    expect(inbox(opened)).toHaveLength(1)
    expect(opened.shell.running).toBeUndefined()
  })

  test('a paste shows the dialogue in order: no line goes out before the reply to the one before', async () => {
    const { type } = open()
    const lines = await type(
      'nc mx.example.org 25\rEHLO mx.example.net\rRCPT TO:<bob@example.org>\rQUIT\r',
    )
    const turns = lines.map((line) => line.replace(/^(you: \w+|server: \d+).*/, '$1'))
    expect(turns.filter((turn, at) => turn !== turns[at - 1])).toEqual([
      ...['you: nc', 'server: 220', 'you: EHLO', 'server: 250', 'you: RCPT', 'server: 503'],
      ...['you: QUIT', 'server: 221', 'program: mx.example.org closed the connection.'],
    ])
  })

  test('with --pipelining all lines go out at once', async () => {
    const { type } = open()
    await type('nc --pipelining mx.example.org 25\r')
    const lines = await type('EHLO mx.example.net\rNOOP\r')
    expect(lines.slice(0, 2)).toEqual(['you: EHLO mx.example.net', 'you: NOOP'])
  })

  test('a paste waits for the answer to the request for TLS', async () => {
    const { type } = open()
    const lines = await type('openssl s_client -starttls smtp -connect mx.example.org:25\rNOOP\r')
    const refused = lines.findIndex((line) => line.includes('The server does not offer TLS'))
    expect(refused).toBeGreaterThan(0)
    expect(lines.indexOf('you: NOOP')).toBeGreaterThan(refused)
  })

  test.each([
    ['', 'MA\t', 'MAIL FROM:<'],
    ['', 'mail from:<\t', 'mail from:<'],
    ['', 'MAIL FROM:<bo\t', 'MAIL FROM:<bob@example.org>'],
    ['', 'RC\t', 'RC'],
    ['MAIL FROM:<a@example.net>\r', 'RC\t', 'RCPT TO:<'],
    ['MAIL FROM:<a@example.net>\r', 'RCPT TO:<bob\t', 'RCPT TO:<bob@example.org>'],
    ['', 'EHLO mx.example.o\t', 'EHLO mx.example.org'],
    ['', 'QU\t', 'QUIT'],
    ['MAIL FROM:<a@example.net>\rRCPT TO:<bob@example.org>\rDATA\r', 'a\tb', 'a\tb'],
  ])('in a session %j %j ▶ %j', async (before, typed, line) => {
    const { shell, type } = open()
    await type(`nc mx.example.org 25\rEHLO mx.example.net\r${before}`)
    await type(typed)
    expect((shell as TerminalShell).line.text).toBe(line)
  })

  test('the second Tab lists what may be meant', async () => {
    const { type } = open()
    await type('nc mx.example.org 25\rEHLO mx.example.net\r')
    expect(await type('R\t')).toEqual([])
    expect((await type('\x15H\t\t')).at(-1)).toMatch(/^program: HELO.*HELP$/)
  })

  test('telnet speaks to the same server', async () => {
    const { type } = open('desk.example.org')
    const lines = await type('telnet mx.example.org 25\rNOOP\r')
    expect(lines.at(-1)).toMatch(/^server: 250 /)
  })

  test.each([
    ['dig example.org MX +short', ['10 mx.example.org.']],
    ['dig example.org TXT +short', ['"v=spf1 ip4:192.0.2.25 -all"']],
    ['dig nobody.example.org +noall +comments', [expect.stringContaining('NXDOMAIN')]],
    ['host mx.example.org', ['mx.example.org has address 192.0.2.25']],
  ])('%s', async (line, printed) => {
    const lines = (await open().type(`${line}\r`)).map((printed) =>
      printed.replace('program: ', ''),
    )
    expect(lines).toEqual(expect.arrayContaining(printed))
  })

  test('names of the zones are completed', async () => {
    const { type, shell } = open()
    await type('dig _dmarc.example.o\tTX\t+sh\t\r')
    expect(shell.history).toEqual(['dig _dmarc.example.org TXT +short '])
  })
})

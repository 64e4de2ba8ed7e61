import { describe, expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import { messagesOf } from '../../world/mailboxes.ts'
import { sandboxWorld } from '../../world/sandbox.ts'
import { TerminalShell } from '../terminal-shell.ts'

/** A shell on the sandbox's desk; `type` gives what was printed once the world is quiet again. */
function open() {
  const world = createWorld(sandboxWorld, { crypto: webCrypto })
  const printed: string[] = []
  const shell = new TerminalShell({
    world,
    host: 'desk.example.org',
    output: {
      write: () => undefined,
      addLine: ({ who, text }) => void printed.push(`${who}: ${text}`),
    },
  })
  async function type(...lines: readonly string[]): Promise<string> {
    const from = printed.length
    for (const line of lines) {
      shell.type(`${line}\r`)
      await shell.settled()
      await world.settled()
    }
    return printed.slice(from).join('\n')
  }
  return { world, shell, type }
}

const to = (port: number, more = ''): string =>
  `openssl s_client -connect mail.example.org:${port} -crlf ${more}`

test.each([
  ['smtp', 25, 'program: 220 '],
  ['smtp', 587, 'program: 220 '],
  ['imap', 143, 'program: . OK'],
  ['pop3', 110, 'program: +OK'],
])('TLS is asked for in %s at port %i', async (protocol, port, lastWords) => {
  const { type, world } = open()
  const received = await type(to(port, `-starttls ${protocol}`))
  expect(received).toContain('Verify return code: 0 (ok)')
  expect(received.split('\n').at(-1)!.startsWith(lastWords)).toBe(true)
  expect(world.events.some((event) => event.type === 'secured')).toBe(true)
})

test.each([
  [465, /^server: 220 /m],
  [993, /^server: \* OK /m],
  [995, /^server: \+OK /m],
])('TLS comes first at port %i', async (port, greeting) =>
  expect(await open().type(to(port))).toMatch(greeting),
)

test('a whole message, with a line that the program keeps to itself', async () => {
  const { type, world } = open()
  await type(to(25, '-starttls smtp'), 'EHLO desk.example.org', 'MAIL FROM:<alice@example.org>')
  const kept = await type('RCPT TO:<alice@example.org>')
  expect(kept).toContain('RENEGOTIATING')
  expect(kept).toContain('`rcpt to:`')
  expect(kept).not.toContain('server:')
  await type('rcpt to:<alice@example.org>', 'DATA', 'Subject: hi', '', 'Hello', '.')
  expect(await type('Q')).toMatch(/DONE$/)
  const box = world.mailboxes.find(({ address }) => address === 'alice@example.org')!
  expect(messagesOf(box)).toHaveLength(1)
})

test('with -quiet every line goes to the server, and no certificate is shown', async () => {
  const { type } = open()
  const received = await type(to(465, '-quiet'), 'QUIT')
  expect(received).not.toContain('CONNECTED')
  expect(received).toMatch(/^server: 221 /m)
})

describe('a server without TLS, or of another protocol, ends it, and no one waits', () => {
  test.each([
    ['pop3', 25],
    ['imap', 25],
    ['smtp', 143],
    ['smtp', 110],
    ['pop3', 143],
    ['lmtp', 24],
  ])('-starttls %s at port %i', async (protocol, port) => {
    const { type, shell } = open()
    const received = await type(to(port, `-starttls ${protocol}`))
    expect(received).toContain("didn't find STARTTLS in server response")
    expect(shell.running).toBeUndefined()
  })
})

describe('it reports what is missing', () => {
  test.each([
    ['openssl', 'Name a part of it'],
    ['openssl x508', 'Did you mean `openssl x509`'],
    ['openssl s_client', 'Name the host and the port'],
    ['openssl s_client -connect', 'Something is missing behind `-connect`'],
    ['openssl s_client -connect mail.example.org', '`-connect mail.example.org:465`'],
    ['openssl s_client -connect mail.example.org:x', 'A port is a number'],
    ['openssl s_client -starttls ftp -connect a.example:21', 'not in `ftp`'],
    ['openssl s_client -showcert', 'Did you mean `-showcerts`'],
    ['openssl s_client -connect nowhere.example:465', 'nowhere.example'],
    ['openssl s_client -connect mail.example.org:26', 'Connection refused'],
  ])('%s', async (line, sentence) => expect(await open().type(line)).toContain(sentence))
})

test('a plain client at a port of TLS learns what to use', async () =>
  expect(await open().type('nc mail.example.org 993', 'a NOOP')).toContain(
    '`openssl s_client -connect mail.example.org:993`',
  ))

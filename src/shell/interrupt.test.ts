import { expect, test } from 'vitest'
import { webCrypto } from '../platform/webcrypto.ts'
import { createWorld } from '../world/create.ts'
import { sandboxWorld } from '../world/sandbox.ts'
import { TerminalShell } from './terminal-shell.ts'

function open() {
  const world = createWorld(sandboxWorld, { crypto: webCrypto })
  const printed: string[] = []
  const shell = new TerminalShell({
    ...{ world, host: 'desk.example.org' },
    output: { write: () => undefined, addLine: ({ text }) => void printed.push(text.trimEnd()) },
  })
  return { world, shell, printed }
}

/** Programs that go on until they are ended. */
const endless = [
  'nc mx.example.net 25',
  'telnet mx.example.net 143',
  'openssl s_client -connect mx.example.net:465',
  'mail bob@example.net',
  'tail -f /var/log/mail.log',
  'tail -f /var/log/mail.log | grep connect | cat -n',
  'nc mx.example.net 25 | grep 2 | head -500',
  ...['cat', 'cat | sort | uniq -c', 'grep a', 'wc', 'sort', 'base64', 'tee new', 'head', 'uniq'],
  ...['less message.eml', 'man swaks', 'help', 'edit message.eml', 'edit new'],
  ...[
    'sendmail bob@example.net',
    'openssl dgst -sha256',
    'helo-world lint -',
    'diff message.eml -',
  ],
  ...['swaks -t bob@example.net -d -', 'curl smtp://mx.example.net --mail-rcpt b@example.net -T -'],
  ...['opendkim-testmsg', 'postsuper -d -'],
]

test.each(endless)('Ctrl-C ends %s', async (line) => {
  const { shell, world, printed } = open()
  shell.type(`${line}\r`)
  await world.settled()
  shell.type('\x03')
  await shell.settled()
  await world.settled()
  expect(shell.running).toBeUndefined()
  shell.type('echo still $((here\x15echo still here\r')
  expect(printed.at(-1)).toBe('still here')
})

test('a program that says nothing more is ended, and so is its connection', async () => {
  const { shell, world } = open()
  shell.type('nc mx.example.net 25\r')
  await world.settled()
  shell.type('EHLO desk.example.org\rMAIL FROM:<a@example.org>\r\x03')
  await shell.settled()
  await world.settled()
  expect(shell.running).toBeUndefined()
  expect(world.events.at(-1)?.type).toBe('closed')
})

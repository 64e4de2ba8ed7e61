import { expect, test } from 'vitest'
import { utf8 } from '../../core/bytes.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import { sandboxWorld } from '../../world/sandbox.ts'
import { TerminalShell } from '../terminal-shell.ts'
import { MailReader } from './reader.ts'

/** A mail reader that runs on the sandbox's desk, with one message for Alice. */
async function openReader() {
  const world = createWorld(sandboxWorld, { crypto: webCrypto })
  const inbox = world.store.open('alice@example.org').mailbox('INBOX')!
  inbox.append([{ bytes: utf8('Subject: Lunch\r\n\r\nNoon\r\n'), internalDate: 0, zone: 0 }])
  const shell = new TerminalShell({
    world,
    host: 'desk.example.org',
    output: { write: () => {}, addLine: () => {} },
  })
  /** Each line after all of the one before has settled. */
  async function type(...lines: readonly string[]) {
    for (const line of lines) {
      shell.type(line)
      await world.settled()
    }
  }
  await type('mail alice@example.org\r')
  const reader = shell.program
  if (!(reader instanceof MailReader)) throw new Error('`mail` did not start.')
  return { reader, type }
}

test('a reader asks for the password, then opens INBOX', async () => {
  const { reader, type } = await openReader()
  expect([reader.state, reader.prompt, reader.typing]).toEqual(['password', 'Password: ', 'hidden'])
  await type('friday\r')
  expect([reader.state, reader.prompt, reader.typing]).toEqual(['reading', '& ', 'shown'])
  expect([reader.folder, reader.current]).toEqual(['INBOX', 0])
  expect(reader.messages.entries.map(({ subject }) => subject)).toEqual(['Lunch'])
})

test('a message that was read is the current one, and is seen', async () => {
  const { reader, type } = await openReader()
  await type('friday\r', '1\r')
  expect(reader.current).toBe(1)
  expect(reader.messages.entries[0]!.flags).toContain('\\Seen')
})

test('waiting begins with w, and ends with the next line or Ctrl-C', async () => {
  const { reader, type } = await openReader()
  await type('friday\r', 'w\r')
  expect([reader.state, reader.prompt]).toEqual(['waiting', ''])
  await type('\x03')
  expect(reader.state).toBe('reading')
  await type('w\r', 'h\r')
  expect(reader.state).toBe('reading')
})

test('Ctrl-D leaves, also out of waiting', async () => {
  const { reader, type } = await openReader()
  await type('friday\r', 'w\r')
  await type('\x04')
  expect([reader.state, reader.prompt]).toEqual(['leaving', ''])
})

test('a folder that cannot be opened leaves none open', async () => {
  const { reader, type } = await openReader()
  await type('friday\r', 'c Nope\r')
  expect([reader.folder, reader.messages.entries]).toEqual(['', []])
})

test('Tab completes commands, folders and addresses, and nothing in a password or a message', async () => {
  const { reader, type } = await openReader()
  expect(reader.complete('he', 2)).toBeUndefined()
  await type('friday\r')
  expect(reader.complete('c IN', 4)?.text).toBe('INBOX')
  expect(reader.complete('m ali', 5)?.text).toBe('alice@example.org ')
  await type('open IN\t\r')
  expect(reader.folder).toBe('INBOX')
  await type('m ali\t\r')
  expect(reader.state).toBe('writing')
  expect(reader.complete('he', 2)).toBeUndefined()
})

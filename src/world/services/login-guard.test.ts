import { expect, test } from 'vitest'
import { fromLatin1, utf8 } from '../../core/bytes.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../create.ts'
import { sandboxWorld } from '../sandbox.ts'
import { LAST_FAILURE } from './login-guard.ts'

const host = sandboxWorld.hosts.find(({ name }) => name === 'mail.example.org')!
const tls = { version: 'TLSv1.3', cipher: 'x' }
const wrong = btoa('\0alice@example.org\0guess')

/** What a client gets, and the seconds that went by. */
async function talk(port: number, lines: readonly string[]) {
  const world = createWorld(sandboxWorld, { crypto: webCrypto })
  const received: string[] = []
  const line = world.connect('desk.example.org', host.addresses[0]!, port, {
    received: (bytes) => received.push(fromLatin1(bytes)),
    closed: () => received.push('closed'),
  })
  if ('refused' in line) throw new Error(line.refused)
  line.secure(tls)
  await world.settled()
  const begin = world.clock.now()
  for (const text of lines) {
    line.send(utf8(`${text}\r\n`))
    await world.settled()
  }
  return { text: received.join(''), seconds: (world.clock.now() - begin) / 1000 }
}

const times = <Line>(line: (at: number) => Line): Line[] =>
  Array.from({ length: LAST_FAILURE + 3 }, (_, at) => line(at))

test.each([
  [
    'IMAP',
    993,
    times((at) => `a${at} LOGIN alice@example.org guess`),
    /NO \[AUTH/g,
    /\* BYE Too many failed logins\r\nclosed$/,
  ],
  [
    'POP3',
    995,
    times(() => ['USER alice@example.org', 'PASS guess']).flat(),
    /-ERR \[AUTH\]/g,
    /-ERR \[AUTH\][^\r]*\r\nclosed$/,
  ],
  [
    'submission',
    465,
    ['EHLO desk.example.org', ...times(() => `AUTH PLAIN ${wrong}`)],
    /^535 /gm,
    /421 4\.7\.0 [^\r]*\r\nclosed$/,
  ],
] as const)(
  '%s: wrong passwords are answered later each time, and then not at all',
  async (_, port, lines, failure, end) => {
    const { text, seconds } = await talk(port, lines)
    expect(text.match(failure)).toHaveLength(LAST_FAILURE)
    expect(text).toMatch(end)
    // 1 + 2 + … seconds.
    expect(Math.floor(seconds)).toBe((LAST_FAILURE * (LAST_FAILURE + 1)) / 2)
  },
)

test('a login that succeeds is answered at once', async () => {
  const lines = ['a LOGIN alice@example.org friday', 'b NOOP']
  const { text, seconds } = await talk(993, lines)
  expect(text).toMatch(/^a OK/m)
  expect(seconds).toBeLessThan(1)
})

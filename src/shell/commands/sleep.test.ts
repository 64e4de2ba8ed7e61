import { expect, test } from 'vitest'
import { withoutColours } from '../../core/text/ansi.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import { messagesOf } from '../../world/mailboxes.ts'
import { sampleWorld } from '../../world/sample.ts'
import type { HostSpec } from '../../world/spec.ts'
import { TerminalShell } from '../terminal-shell.ts'

/** A shell in the sample, whose exchange for example.org greylists. */
function open() {
  const hosts = sampleWorld.hosts.map((host): HostSpec =>
    host.name === 'mx.example.org' && host.smtp
      ? { ...host, smtp: { ...host.smtp, greylisting: { delay: 60 } } }
      : host,
  )
  const world = createWorld({ ...sampleWorld, hosts }, { crypto: webCrypto })
  const printed: string[] = []
  const shell = new TerminalShell({
    world,
    host: 'desk.example.org',
    output: {
      write: () => undefined,
      addLine: ({ text }) => void printed.push(withoutColours(text)),
    },
  })
  async function type(line: string): Promise<string[]> {
    const from = printed.length
    shell.type(`${line}\r`)
    await world.settled()
    return printed.slice(from + 1)
  }
  return { world, type }
}

test('a deferred message waits, and goes after a while', async () => {
  const { world, type } = open()
  expect(await type('mailq')).toEqual(['No message waits.'])
  await world.send(sampleWorld.mails[0]!)
  expect(await type('mailq')).toEqual([
    'mx.example.net  from alice@example.net',
    expect.stringMatching(/^ {2}to bob@example\.org: 450 /),
    expect.stringMatching(/^ {2}tried once, again Mon, 01 Jun 2026 08:30:00 \+0000$/),
  ])
  expect(await type('sleep 45m')).toEqual(['It is Mon, 01 Jun 2026 08:45:00 +0000 now.'])
  expect(await type('mailq')).toEqual(['No message waits.'])
  expect(messagesOf(world.mailboxes[0]!)).toHaveLength(1)
})

test.each([
  ['sleep 90', 90],
  ['sleep 2m', 120],
  ['sleep 1h', 3600],
  ['sleep 30d', 30 * 86_400],
  ['sleep 0', 0],
  ['sleep', 0],
  ['sleep soon', 0],
  ['sleep 31d', 0],
  ['sleep 1 2', 0],
])('%s: %i seconds', async (line, seconds) => {
  const { world, type } = open()
  const start = world.clock.now()
  await type(line)
  expect((world.clock.now() - start) / 1000).toBe(seconds)
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sampleWorld } from '../../../world/sample.ts'
import { ran } from '../testing/run-command.ts'

const free = ['--port', 'all=0', '--host', '127.0.0.1']

test('it prints what it opened, who can log in and what to try, until it is asked to stop', async () => {
  const { code, out, err } = await ran(['serve', ...free])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/localhost:\d+ +smtp of mail\.example\.org \(port 25\)/)
  expect(out).toMatch(/bob@example\.net +password lunch/)
  expect(out).toMatch(/dig @127\.0\.0\.1 -p \d+ example\.\w+ MX/)
  expect(out).toMatch(/Ended\.\n$/)
})

test('with --json each event is a line, and the first names the ports', async () => {
  let stop = (): void => undefined
  const lines: string[] = []
  const done = ran(
    ['serve', ...free, '--json'],
    {},
    {
      stopped: () => new Promise((resolve) => (stop = resolve)),
      out: (text) => {
        lines.push(...String(text).split('\n').filter(Boolean))
        const first = JSON.parse(lines[0]!) as { ports: { service: string; port: number }[] }
        if (lines.length === 1)
          connect(first.ports.find(({ service }) => service === 'smtp')!.port, '127.0.0.1').end()
        if (lines.some((line) => line.includes('"closed"'))) stop()
      },
    },
  )
  await done
  const types = lines.map((line) => (JSON.parse(line) as { type: string }).type)
  expect(types).toEqual(['ready', 'opened', 'wire', 'command', 'closed'])
})

test('a world, a zone and a user can be given', async () => {
  const files = {
    'world.json': JSON.stringify({ ...sampleWorld, seed: 3 }),
    'example.org.zone': '@ MX 0 mx\nmx A 192.0.2.25\n',
  }
  const words = [
    '--world',
    'world.json',
    '--zone',
    'example.org.zone',
    '--user',
    'zoe@example.org:pw',
  ]
  const { code, out } = await ran(['serve', ...free, ...words], files)
  expect(code).toBe(0)
  expect(out).toMatch(/zoe@example\.org +password pw/)
})

test('a zone that was given as a file follows it, and says where it cannot be served', async () => {
  const files: Record<string, string> = { 'example.org.zone': '@ MX 0 mx\nmx A 192.0.2.25\n' }
  const [good, bad] = ['; more\n@ MX 0 mx\nmx A 192.0.2.25\n', '@ MX mx\n']
  let changed = (): void => undefined
  let watched = ''
  const { err } = await ran(['serve', ...free, '--zone', 'example.org=example.org.zone'], files, {
    watch(path, act) {
      watched = path
      changed = act
      return () => (watched = '')
    },
    async stopped() {
      const settle = () => new Promise((resolve) => setTimeout(resolve, 50))
      while (watched === '') await settle()
      expect(watched).toBe('example.org.zone')
      for (const text of ['', good, bad]) {
        files['example.org.zone'] = text
        changed()
        await settle()
      }
      delete files['example.org.zone']
      changed()
      await settle()
    },
  })
  expect(err).toMatch(/^helo-world: example\.org\.zone:1:6: .* What was served before goes on\.\n$/)
  expect(watched).toBe('')
})

test('where others reach the page, the token for edits is printed, unless nobody may', async () => {
  const site = mkdtempSync(join(tmpdir(), 'helo-site-'))
  writeFileSync(join(site, 'index.html'), 'here')
  const open = ['serve', '--port', 'all=0', '--site', site, '--host']
  const line = /edited from another machine at http:\/\/ADDRESS:\d+\/live\/#edit=\S{22}\n/
  expect((await ran([...open, '0.0.0.0'])).out).toMatch(line)
  expect((await ran([...open, '0.0.0.0', '--read-only'])).out).not.toContain('#edit=')
  expect((await ran([...open, '127.0.0.1'])).out).not.toContain('#edit=')
  rmSync(site, { recursive: true })
})

describe('it explains kindly what it cannot do', () => {
  test.each([
    [['--world', 'nowhere'], 'There is no world `nowhere`. There are sandbox, sample, '],
    [['--world', 'bad.json'], '`bad.json`, at `seed`: '],
    [['--world', 'broken.json'], '`broken.json` is no JSON: '],
    [['--user', 'ann'], 'Write a user as `ADDRESS:PASSWORD`'],
    [
      ['--user', 'ann@elsewhere.example:x'],
      'No host of this world takes mail for `elsewhere.example`.',
    ],
    [['--seed', 'x'], 'A seed is a whole number, not `x`.'],
    [['--as', 'nobody.example'], 'No host is named `nobody.example`.'],
    [['--port', 'smtp=x'], 'Write a port as `SERVICE=NUMBER`.'],
    [['--port', 'ftp=21'], 'Write a port as `SERVICE=NUMBER`.'],
    [['--host', 'localhost'], '`localhost` is no IP address to listen on.'],
    [['--site', '/nowhere'], '`/nowhere` holds no built playground'],
    [['--host', '192.0.2.1'], '192.0.2.1'],
  ])('%j', async (words, sentence) => {
    const files = { 'bad.json': '{"seed":"x"}', 'broken.json': '{' }
    const { code, err } = await ran(['serve', '--port', 'all=0', ...words], files)
    expect(code).toBe(2)
    expect(err).toContain(sentence)
  })
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { plain } from '../../cli/output/paint.ts'
import { listen } from '../../bridge/net/listen.ts'
import { openSite } from './open-site.ts'
import { parseStartOptions, type StartOptions } from './start-options.ts'

const dist = mkdtempSync(join(tmpdir(), 'helo-site-'))
writeFileSync(join(dist, 'index.html'), '<head></head><h1>here</h1>')
afterAll(() => rmSync(dist, { recursive: true }))

const opened = (...words: string[]) =>
  openSite(dist, parseStartOptions(['--host', '127.0.0.1', ...words]) as StartOptions, plain)

const addressIn = (output: readonly string[]): string =>
  /http:\/\/127\.0\.0\.1:\d+\//.exec(output.join('\n'))![0]

test('the page’s address is shown first, and then what real programs may do', async () => {
  const { output, close } = await opened('--port', 'all=0')
  expect(output.join('\n').trim()).toMatch(/^HELO World is ready: {2}http:\S+\n[^]*swaks /)
  const page = await fetch(addressIn(output))
  expect(await page.text()).toContain('helo-world-bridge')
  await close()
})

test('without the bridge it is the page alone', async () => {
  const { output, close } = await opened('--port', '0', '--no-bridge')
  expect(output.join('\n').trim()).toMatch(/^HELO World is ready: {2}http:\S+$/)
  expect(await (await fetch(addressIn(output))).text()).toBe('<head></head><h1>here</h1>')
  await close()
})

test.each(['--bridge', '--no-bridge'])('a busy port is reported (%s)', async (bridge) => {
  const other = createServer()
  const busy = await listen(other, 0, '127.0.0.1')
  const words = bridge === '--no-bridge' ? [bridge] : []
  const { output, close } = await opened('--port', 'all=0', '--port', `${busy}`, ...words)
  expect(output.join('\n')).toMatch(new RegExp(`Port ${busy} is busy, so this is \\d+\\.`))
  await close()
  other.close()
})

test('where no port is to be had for mail, the page is served all the same', async () => {
  const { output, close } = await opened('--port', '0', '--port', 'smtp=65535')
  expect(output.join('\n')).toMatch(/is ready:[^]*Mail programs cannot take part: /)
  await close()
})

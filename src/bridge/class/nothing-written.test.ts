import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { build } from 'vite'
import { ClassClient } from './testing/class-client.ts'

const folder = mkdtempSync(join(tmpdir(), 'helo-written-'))
const site = join(folder, 'site')
/** Where it is started, and its home. */
const home = join(folder, 'home')
for (const one of [site, home]) mkdirSync(one)
afterAll(() => rmSync(folder, { recursive: true }))

writeFileSync(join(folder, 'package.json'), '{ "version": "1.0.0", "type": "module" }')
writeFileSync(join(site, 'index.html'), '<head></head>')
writeFileSync(
  join(site, 'course.json'),
  JSON.stringify({ modules: [{ title: 'M', lessons: [{ slug: 'mx', title: 'MX' }] }], paths: [] }),
)

/** The command as one file, so that nothing but itself has to be allowed anything. */
async function bundled(): Promise<string> {
  const outDir = join(folder, 'lib/bridge/cli')
  await build({
    ...{ configFile: false, logLevel: 'error' },
    build: {
      ...{ ssr: 'src/bridge/cli/main.ts', outDir, target: 'node20' },
      rollupOptions: { output: { entryFileNames: 'main.js' } },
    },
    ssr: { noExternal: true },
  })
  return join(outDir, 'main.js')
}

/** Node allows a process with it to read, and to write nothing at all. */
const guard = process.allowedNodeEnvironmentFlags.has('--permission')
  ? ['--permission', '--allow-net']
  : ['--experimental-permission']
const allowed = guard.filter((flag) => process.allowedNodeEnvironmentFlags.has(flag))

test('a class that may write nothing misses nothing, and what was said in it is in no file and no log', async () => {
  const words = [await bundled(), 'class', '--port', '0', '--site', site]
  const held = spawn(process.execPath, [...allowed, '--allow-fs-read=*', ...words], {
    ...{ cwd: home, env: { HOME: home, TMPDIR: home } },
  })
  let printed = ''
  for (const stream of [held.stdout, held.stderr]) stream.on('data', (piece) => (printed += piece))
  const ended = once(held, 'exit')
  await vi.waitFor(() => expect(printed).toContain('Ctrl-C'), 20_000)
  const [, port = '', code = ''] = /:(\d+)\/class\/#(\w+)/.exec(printed)!
  const [, secret = ''] = /board\/#([\w-]+)/.exec(printed)!
  const client = new ClassClient(Number(port))
  const { key } = await client.join(code, 'Personal Name')
  const mistake = { kind: 'reply', cause: '500', typed: 'PRIVATE LINE', answered: 'no', times: 1 }
  const place = { slug: 'mx' }
  const statuses = [
    await client.ask('say', key, {
      ...{ kind: 'report', number: 1, place, dots: ['1'], made: 1, mistakes: [mistake] },
    }),
    await client.ask('teach', secret, {
      ...{ kind: 'present', place, look: {}, run: 1, work: { edition: 1 } },
      journal: [{ kind: 'type', data: 'PRIVATE LINE\r' }],
    }),
    await client.ask('teach', secret, {
      ...{ kind: 'ask', question: { text: 'PRIVATE LINE?', choices: ['a', 'b'] } },
    }),
    await client.ask('say', key, { kind: 'answer', question: 1, choice: 0 }),
    await client.ask('say', 'a wrong key', { kind: 'leave' }),
  ].map(({ status }) => status)
  expect(statuses).toEqual([200, 204, 204, 200, 401])
  held.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(readdirSync(home)).toEqual([])
  expect(printed).not.toMatch(/Personal Name|PRIVATE LINE/)
  expect(printed).toContain('The class is over.')
}, 60_000)

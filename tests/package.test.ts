import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { resolveImport } from './tools/layers.ts'
import { readFacts } from './tools/read-imports.ts'

/** The package as others get it: packed, laid into a folder of theirs, imported by plain Node. */
const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const node = process.execPath

let theirs: string
let packed: string[]
let place: string

beforeAll(async () => {
  await run('npm', ['run', '--silent', 'build:library'], { cwd: root })
  const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
  })
  packed = (JSON.parse(stdout) as { files: { path: string }[] }[])[0]!.files.map(({ path }) => path)
  theirs = mkdtempSync(join(tmpdir(), 'helo-package-'))
  place = join(theirs, 'node_modules/helo-world')
  // The playground is large, and no part of what is looked at here.
  for (const file of packed.filter((path) => !path.startsWith('site/'))) {
    mkdirSync(dirname(join(place, file)), { recursive: true })
    cpSync(join(root, file), join(place, file))
  }
  // As npm would install them beside: the packages that the library itself loads.
  for (const name of ['fflate', '@noble/hashes'])
    cpSync(join(root, 'node_modules', name), join(theirs, 'node_modules', name), {
      recursive: true,
    })
  writeFileSync(join(theirs, 'package.json'), '{ "type": "module" }')
}, 600_000)
afterAll(() => rmSync(theirs, { recursive: true, force: true }))

test('holds the built library and command, and nothing of the sources or tests', () => {
  expect(packed).toEqual(
    expect.arrayContaining([
      'package.json',
      'LICENSE',
      'README.md',
      'lib/index.js',
      'lib/index.d.ts',
      'lib/sink/sink.d.ts',
      'lib/sink/whole.js',
    ]),
  )
  expect(
    packed.filter((path) => !/^(lib\/|site\/|[A-Z]+(\.md)?$|package\.json$)/.test(path)),
  ).toEqual([])
  expect(packed.filter((path) => /\.test\.|\.tsbuildinfo$/.test(path))).toEqual([])
})

test('depends on seven packages, and on nothing that a user must bring', () => {
  const { dependencies, peerDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  expect(Object.keys(dependencies)).toEqual([
    '@noble/hashes',
    'dns-packet',
    'fflate',
    'js-yaml',
    'selfsigned',
    'uqr',
    'valibot',
  ])
  expect(peerDependencies).toBeUndefined()
})

test('the library itself loads no package but fflate and @noble/hashes, and nothing of Node', () => {
  const foreign: string[] = []
  const seen = new Set<string>()
  const walk = (path: string): void => {
    if (seen.has(path)) return
    seen.add(path)
    const text = readFileSync(join(root, path), 'utf8')
    for (const name of readFacts({ path, text }).specifiers) {
      const target = resolveImport(path, name)
      if (target === undefined) foreign.push(`${path} imports ${name}`)
      else walk(target)
    }
  }
  walk('lib/index.js')
  expect(foreign.toSorted()).toEqual([
    'lib/core/gzip.js imports fflate',
    'lib/core/zip.js imports fflate',
    // Digests and Ed25519 where there is no WebCrypto.
    'lib/platform/plain-crypto.js imports @noble/hashes/legacy.js',
    'lib/platform/plain-crypto.js imports @noble/hashes/sha2.js',
    'lib/platform/plain-ed25519.js imports @noble/hashes/sha2.js',
  ])
  expect(seen.size).toBeGreaterThan(100)
})

test('publint finds no problem', async () => {
  const pkg = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
  const { messages } = await publint({ pkgDir: place, strict: true, pack: false })
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
})

test('is imported by plain Node', async () => {
  writeFileSync(
    join(theirs, 'use.js'),
    `import { createResolver, evaluateSpf, lint, parseZone } from 'helo-world'
     const parsed = parseZone('@ TXT "v=spf1 ip4:192.0.2.1 -all mx"', { origin: 'example.org' })
     const sender = { ip: '192.0.2.1', helo: 'mail.example.org', mailFrom: 'ann@example.org' }
     console.log(JSON.stringify([
       evaluateSpf(sender, createResolver([parsed.zone])).result,
       lint([parsed]).map(({ code }) => code).filter((code) => code.startsWith('spf/')),
     ]))`,
  )
  const { stdout } = await run(node, [join(theirs, 'use.js')])
  expect(JSON.parse(stdout)).toEqual(['pass', ['spf/terms-after-all']])
})

test('the sink is one module, which Node takes too', async () => {
  writeFileSync(
    join(theirs, 'sink.js'),
    `import { openSink } from 'helo-world/sink'
     const sent = []
     const sink = openSink({ send: (octets) => sent.push(new TextDecoder().decode(octets).slice(0, 3)) })
     sink.receive('EHLO a.example\\r\\nQUIT\\r\\n')
     console.log(sent.join(' '))`,
  )
  expect((await run(node, [join(theirs, 'sink.js')])).stdout).toBe('220 250 221\n')
})

test('without a word the command opens a bridge, says where, and ends when it is asked to', async () => {
  const command = spawn(node, [join(root, 'lib/bridge/cli/main.js')])
  const ended = once(command, 'close')
  let said = ''
  for await (const part of command.stdout) {
    said += String(part)
    // A second one would cut it off.
    if (!command.killed && said.includes('Ctrl-C ends it')) command.kill('SIGINT')
  }
  expect(said).toMatch(/swaks --server 127\.0\.0\.1:\d+/)
  expect(said).toMatch(/Ended\.\n$/)
  expect(await ended).toEqual([0, null])
}, 60_000)

const consumer = `import { createResolver, evaluateSpf, parseZone, type Diagnostic, type Resolver, type SpfVerdict } from 'helo-world'
import { openSink, type Sink } from 'helo-world/sink'
const { zone, problems } = parseZone('', { origin: 'example.org' })
const found: readonly Diagnostic[] = problems
export const sink: Sink = openSink({ send: (octets) => void octets.length, message: ({ from }) => void from.at(0) })
const mine: Resolver = { query: (name, type) => ({ status: 'ok', records: type === 'TXT' ? [{ name, ttl: 1, type: 'TXT', strings: ['v=spf1 -all'] }] : [] }) }
const verdict: SpfVerdict = evaluateSpf({ ip: '192.0.2.1', helo: 'a', mailFrom: 'a@b' }, createResolver([zone]) ?? mine)
export const result: 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror' = verdict.result
// @ts-expect-error A typo is found: the types are really there.
export const wrong: number = found[0]?.code
`

test.each([
  ['node16', 'node16'],
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
])(
  'has types for module %s, moduleResolution %s, without the DOM’s',
  async (module, resolution) => {
    writeFileSync(join(theirs, 'use.ts'), consumer)
    const words = ['--noEmit', '--strict', '--target', 'es2023', '--lib', 'es2023']
    const settings = ['--module', module, '--moduleResolution', resolution]
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const output = await run(node, [tsc, ...words, ...settings, 'use.ts'], { cwd: theirs }).then(
      () => '',
      (error: { stdout: string }) => error.stdout,
    )
    expect(output).toBe('')
  },
)

test('brings the command', async () => {
  const { bin } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as {
    bin: Record<string, string>
  }
  const command = join(place, bin['helo-world']!)
  expect(readFileSync(command, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
  writeFileSync(join(theirs, 'example.org.zone'), '$TTL 1h\n@ TXT "v=spf1 -all mx"\n')
  const failed = await run(node, [command, 'lint', 'example.org.zone'], { cwd: theirs }).then(
    () => ({ code: 0, stdout: '', stderr: '' }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  )
  expect(failed).toMatchObject({ code: 1, stderr: '' })
  expect(failed.stdout).toContain('spf/terms-after-all')
  const version = await run(node, [command, '--version'])
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cycles } from './tools/cycles.ts'
import { isTest, violations, resolveImport, type Architecture } from './tools/layers.ts'
import { unlisted } from './tools/lists.ts'
import { readFacts, type SourceFile } from './tools/read-imports.ts'

const engines = ['core', 'message', 'dns', 'auth', 'protocols']

/** Who may import whom: downwards only. This table is the rule and its documentation. */
const architecture: Architecture = {
  mayImport: {
    core: [],
    platform: ['core'],
    message: ['core'],
    dns: ['core'],
    auth: ['core', 'message'], // never dns: an evaluator asks
    protocols: ['core', 'message'],
    lint: ['core', 'message', 'dns', 'auth'],
    cli: [...engines, 'lint'], // the verbs of `helo-world` that judge, and how they print
    world: [...engines, 'lint'],
    shell: [...engines, 'lint', 'cli', 'world'],
    lessons: [...engines, 'lint', 'world', 'shell'],
    lab: [...engines, 'lint', 'world', 'shell', 'lessons'],
    hosting: ['core', 'lint', 'lab', 'platform'], // the places where a lab runs
    learning: ['core', 'lab', 'embed'], // what of a lesson a learning system is told; its packages, as texts
    packaged: ['core', 'embed', 'learning'], // the page of a lesson in such a package, of one piece
    offline: [], // the service worker, of one piece
    embed: [], // the elements in pages of others, of one piece; its protocol
    ui: ['core', 'lab', 'hosting', 'offline', 'embed'], // what is drawn is plain data, and what takes an engine the lab answers
    library: [...engines, 'lint', 'world', 'platform'], // the engines in plain functions
    bridge: [
      ...engines,
      ...['lint', 'cli', 'world', 'shell', 'lessons', 'lab', 'hosting', 'platform', 'library'],
      'learning',
    ],
    sink: ['core', 'protocols'], // src/sink/sink.ts, which the package exports as one small module
    index: [...engines, 'lint', 'library'], // src/index.ts, what the package exports
    build: [
      ...engines,
      ...[
        'lint',
        'cli',
        'world',
        'shell',
        'lessons',
        'lab',
        'hosting',
        'platform',
        'library',
        'ui',
        'offline',
        'embed',
        'learning',
        'bridge',
        'sink',
      ],
    ],
  },
  testsMayImport: ['platform', 'dns'],
  testsOf: {
    ui: [...engines, 'lint', 'world', 'shell', 'lessons'], // to have real data to draw
    sink: ['build'], // what it weighs as one module
    build: ['index'], // the examples of its documentation
  },
  onNode: ['bridge', 'build'],
  packages: {
    ...Object.fromEntries(
      [...engines, 'lint', 'cli', 'shell', 'library', 'sink', 'index'].map((layer) => [layer, []]),
    ),
    offline: [],
    embed: [],
    learning: [],
    packaged: [],
    core: ['fflate'], // gzip, in browsers and in Node alike
    lessons: ['valibot'],
    world: ['valibot'], // the schema of its spec, which the types follow from
    protocols: ['@noble/hashes'], // MD5, SHA-1 and HMAC of CRAM-MD5, APOP and SCRAM, at once
    platform: ['@noble/hashes'], // digests and signatures where a page has no WebCrypto
    bridge: ['sarif', 'dns-packet', 'fflate', 'selfsigned', 'uqr', 'valibot'], // sarif: types alone
  },
}

const read = (path: string): SourceFile => ({ path, text: readFileSync(path, 'utf8') })

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|svelte)$/.test(path))
  .map((path) => read(`src/${path.replaceAll('\\', '/')}`))
  .toSorted((a, b) => (a.path < b.path ? -1 : 1))

function graphOf(sources: readonly SourceFile[]): Map<string, string[]> {
  return new Map(
    sources.map((file) => [
      file.path,
      readFacts(file)
        .specifiers.flatMap((name) => resolveImport(file.path, name) ?? [])
        // A Svelte component that draws a tree imports itself.
        .filter((target) => target !== file.path),
    ]),
  )
}

const source = (path: string, text: string): SourceFile => ({ path, text })

test('every file imports only what the table lets its layer import', () =>
  expect(files.flatMap((file) => violations(file, architecture))).toEqual([]))

/** What a page may load beside what draws: how to reach its lab, to read what a bridge sends, to colour a line. */
const ENGINE_FREE = [
  /^src\/(core|ui|lab|embed)\/|\.css$/,
  /^src\/hosting\/(open-|once-there|host-in-page|inside|at-work|fetch-again|make-key-pair)|^src\/platform\/key-pair\.ts$/,
  /^src\/world\/((events|log)\/|(ports|mailbox-snapshot|answered-command|command-outcome|devices\/settings)\.ts$)/,
  /^src\/dns\/zone\/(lexer|type-numbers|duration|starts-record)\.ts$/,
]

test('what draws loads no engine, on no way', () => {
  const drawing = files
    .map(({ path }) => path)
    .filter((path) => path.startsWith('src/ui/') && !isTest(path))
  expect(drawing.length).toBeGreaterThan(50)
  const isFree = (path: string): boolean => ENGINE_FREE.some((pattern) => pattern.test(path))
  expect([...loadedWith(drawing)].filter((path) => !isFree(path))).toEqual([])
})

/** What half of all lessons have no use for: it comes when it is wanted, or ahead. */
const COMES_LATER = /^src\/(shell|cli|lint\/(?!spf\/)|protocols\/(imap|pop3))\//

test('what every lab starts with brings no terminal, no mailbox server and no rules', () => {
  const loaded = [...loadedWith(['src/hosting/worker.ts'])]
  expect(loaded.length).toBeGreaterThan(500)
  expect(loaded.filter((path) => COMES_LATER.test(path))).toEqual([])
})

/** The files, and all that is loaded together with them. */
function loadedWith(start: readonly string[]): ReadonlySet<string> {
  const sources = new Map(files.map((file) => [file.path, file]))
  const found = new Set(start)
  for (const path of found) {
    const file = sources.get(path)
    if (!file) continue
    for (const name of readFacts(file).loaded) {
      // The address of a Worker's script loads nothing.
      if (name.includes('?worker')) continue
      const target = resolveImport(path, name)
      if (target) found.add(target)
    }
  }
  return found
}

test('no files import each other in a circle', () =>
  expect(cycles(graphOf(files)).map((circle) => circle.join(' ▶ '))).toEqual([]))

test('every list of one-file-a-thing names all files of its folder', () =>
  expect(unlisted(files)).toEqual([]))

describe('the checker sees', () => {
  test.each([
    ['an import upwards', 'src/core/a.ts', `import { b } from '../dns/b.ts'`],
    ['a dynamic import', 'src/world/a.ts', `const b = await import('../ui/b.ts')`],
    ['an import of a type', 'src/auth/a.ts', `import type { B } from '../dns/b.ts'`],
    ['a type written as an import', 'src/auth/a.ts', `type B = import('../dns/b.ts').B`],
    ['a re-export', 'src/message/a.ts', `export * from '../auth/b.ts'`],
    ['a glob', 'src/ui/a.ts', `import.meta.glob(['../bridge/*.ts'])`],
    ['a Svelte script', 'src/ui/A.svelte', `<p/>\n<script>import '../bridge/b.ts'</script>`],
    ['Node in an engine', 'src/dns/a.ts', `import { readFileSync } from 'node:fs'`],
    ['Node without its prefix', 'src/dns/a.ts', `import { readFileSync } from 'fs'`],
    ['Node in the UI', 'src/ui/a.ts', `import 'node:path'`],
    ['Node in a port', 'src/platform/a.ts', `import 'node:crypto'`],
    ['a package in an engine', 'src/message/a.ts', `import parse from 'postal-mime'`],
    ['a scoped package', 'src/lessons/a.ts', `import '@noble/hashes/legacy.js'`],
    ['an enum', 'src/build/a.ts', `export enum A { b }`],
    ['a file outside of src', 'src/ui/a.ts', `import '../../tests/tools/x.ts'`],
    ['a layer that is not planned', 'src/utils/a.ts', ``],
    ['a test that reaches up', 'src/dns/a.test.ts', `import '../world/b.ts'`],
    ['an engine in the UI', 'src/ui/a.ts', `import type { B } from '../auth/b.ts'`],
  ])('%s', (_, path, text) => expect(violations(source(path, text), architecture)).toHaveLength(1))
})

describe('the checker allows', () => {
  test.each([
    ['src/auth/spf/a.ts', `import { b } from '../../core/b.ts'; import './c.ts'`],
    ['src/auth/spf/a.test.ts', `import '../../dns/b.ts'; import 'node:fs'; import 'fast-check'`],
    ['src/lessons/a.ts', `import * as v from 'valibot'`],
    ['src/ui/A.svelte', `<script lang="ts">import { mount } from 'svelte'</script>`],
    ['src/bridge/a.ts', `import 'node:net'; import '../lessons/b.ts'; import '../platform/c.ts'`],
    ['src/core/a.ts', `// import '../dns/b.ts'\nexport const text = "import '../dns/b.ts'"`],
    ['src/index.ts', `export * from './auth/spf/a.ts'`],
    ['src/ui/a.test.ts', `import '../world/b.ts'; import '../lab/c.ts'`],
    ['src/index.test.ts', `import * as helo from './index.ts'`],
    ['src/library/a.ts', `import '../platform/b.ts'; import '../world/c.ts'`],
  ])('%s: %s', (path, text) => expect(violations(source(path, text), architecture)).toEqual([]))
})

test('a circle is found, once', () => {
  const circle = [
    source('src/core/a.ts', `import './b.ts'`),
    source('src/core/b.ts', `import type { C } from './c.ts'`),
    source('src/core/c.ts', `import './a.ts'`),
    source('src/core/d.ts', `import './a.ts'`),
  ]
  expect(cycles(graphOf(circle))).toEqual([
    ['src/core/a.ts', 'src/core/b.ts', 'src/core/c.ts', 'src/core/a.ts'],
  ])
  expect(cycles(graphOf(circle.slice(1)))).toEqual([])
})

test('a file that its list does not name is found', () => {
  const folder = [
    source('src/shell/commands/index.ts', `import { dig } from './dig.ts'`),
    source('src/shell/commands/dig.ts', ''),
    source('src/shell/commands/nc.ts', ''),
    source('src/shell/commands/nc.test.ts', ''),
    source('src/shell/line.ts', ''),
  ]
  expect(unlisted(folder)).toEqual([
    'src/shell/commands/nc.ts is not in src/shell/commands/index.ts',
  ])
  expect(unlisted([source('src/dns/records/mx.ts', '')])).toHaveLength(1)
})

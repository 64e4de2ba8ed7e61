import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { measure, readBuilt, strays } from './measure.ts'

const manifest = {
  'lessons/_/index.html': {
    file: 'assets/lesson.js',
    isEntry: true,
    dynamicImports: ['src/ui/terminal.ts', 'src/ui/editor.ts'],
  },
  'src/ui/terminal.ts': { file: 'assets/terminal.js', isDynamicEntry: true },
  'src/ui/editor.ts': { file: 'assets/editor.js', isDynamicEntry: true },
}

const script = '<script type="module" src="../../assets/lesson.js"></script>'
const files: Record<string, string> = {
  '.vite/manifest.json': JSON.stringify(manifest),
  '.vite/packages.json': JSON.stringify({ 'assets/editor.js': ['monaco-editor'] }),
  '.vite/rooms.json': JSON.stringify({
    'assets/lesson.js': ['src/ui'],
    'assets/editor.js': ['src/ui', 'src/lint'],
  }),
  'sw.js':
    'const STORED_SITE={"languages":[{"folder":"","packs":[],"assets":["assets/terminal.js"]},{"folder":"de/","packs":["x"],"assets":[]}],"assets":[]};\n(function(){})()',
  'lessons/mx/index.html': script,
  'lessons/spf/index.html': `${script}<p>The heavier page, with more prose.</p>`,
  'assets/lesson.js': 'import("./terminal.js")',
  'assets/terminal.js': 'document.title = "terminal"',
  'assets/editor.js': 'document.title = "editor"',
}
const weight = (...names: string[]) =>
  names.reduce((sum, name) => sum + gzipSync(files[name] ?? '').length, 0)

let dist: string
beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'helo-measure-'))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dist, path)), { recursive: true })
    await writeFile(join(dist, path), text)
  }
})
afterAll(() => rm(dist, { recursive: true }))

const limits = { gzip: 1000, requests: 10 }
const kept = { gzip: 500, requests: 5 }
const rows = (rule: object) =>
  measure(readBuilt(dist), {
    firstLoad: [{ pages: 'lessons/*/index.html', ...limits, ...rule }],
    later: [],
    mainThread: { without: [], apart: '' },
    kept,
  }).filter(({ name }) => !name.startsWith('kept'))

test.each([
  ['of a room that it may not have is reported, be it loaded later', 'src/lint', '', 1],
  ['of a room that it may have is not', 'src/core', '', 0],
  ['that stands apart is not', 'src/lint', 'src/ui/editor.ts', 0],
])('code on the main thread %s', (_, room, apart, count) => {
  const mainThread = { without: [room], apart }
  const found = strays(readBuilt(dist), { firstLoad: [], later: [], mainThread, kept })
  expect(found).toHaveLength(count)
})

test('of the pages of a pattern the heaviest is measured', () =>
  expect(rows({})).toEqual([
    {
      name: 'lessons/spf/index.html',
      gzip: weight('lessons/spf/index.html', 'assets/lesson.js'),
      gzipLimit: 1000,
      requests: 2,
      requestLimit: 10,
    },
  ]))

test('what a page imports at once counts as well', () =>
  expect(rows({ with: ['src/ui/terminal.ts'] })).toMatchObject([
    {
      name: 'lessons/spf/index.html + terminal',
      gzip: weight('lessons/spf/index.html', 'assets/lesson.js', 'assets/terminal.js'),
      requests: 3,
    },
  ]))

test('a module that the build does not have is an error', () =>
  expect(() => rows({ with: ['src/ui/gone.ts'] })).toThrow('src/ui/gone.ts'))

test('a package in the first load that must not be there is reported', () =>
  expect(rows({ with: ['src/ui/editor.ts'], without: 'monaco-editor' })).toMatchObject([
    { note: expect.stringContaining('loads monaco-editor with assets/editor.js') as string },
  ]))

test('a pattern without a page is reported', () =>
  expect(rows({ pages: 'guides/*/index.html' })).toMatchObject([
    { note: 'There is no page guides/*/index.html in the build.' },
  ]))

test('what comes later is measured without the first load', () =>
  expect(
    measure(readBuilt(dist), {
      firstLoad: [],
      later: [{ package: 'monaco-editor', gzip: 1000 }],
      mainThread: { without: [], apart: '' },
      kept,
    })[0],
  ).toMatchObject({ gzip: weight('assets/editor.js'), requests: 1 }))

test('what a browser keeps for the time without a network is measured', () =>
  expect(
    measure(readBuilt(dist), {
      ...{ firstLoad: [], later: [], mainThread: { without: [], apart: '' }, kept },
    }),
  ).toMatchObject([{ gzip: weight('assets/terminal.js'), gzipLimit: 500, requests: 1 }]))

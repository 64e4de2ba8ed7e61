import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addressOf, storedFiles } from './stored-files.ts'

const manifest = {
  'src/ui/editor/monaco/open.ts': {
    ...{ file: 'assets/open-1.js', css: ['assets/open-2.css'] },
    assets: ['assets/editor.worker-3.js', 'assets/codicon-4.ttf', 'assets/shared-5.svg'],
  },
  'src/ui/pages/home.ts': {
    file: 'assets/home-6.js',
    css: ['assets/home-7.css'],
    assets: ['assets/shared-5.svg'],
  },
  'codicon.ttf': { file: 'assets/codicon-4.ttf' },
}
const packages = { 'assets/open-1.js': ['monaco-editor'], 'assets/home-6.js': [] }

const files = [
  ...['assets/open-1.js', 'assets/open-2.css', 'assets/editor.worker-3.js', 'assets/codicon-4.ttf'],
  ...['assets/shared-5.svg', 'assets/home-6.js', 'assets/home-7.css', 'assets/worker-8.js'],
  ...['index.html', 'sandbox/index.html', 'course.json', 'theme.js', 'icon.svg'],
  ...['lessons/mx/index.html', 'lessons/mx.json', 'rules/index.html', 'rules/search.json'],
  ...['icons/192.png', 'manifest.webmanifest', 'sw.js', '.vite/manifest.json'],
]

test('all is stored at once but the editor, and the pages come in packs', () =>
  expect(storedFiles(files, [{ folder: '', chunks: Object.values(manifest) }], packages)).toEqual({
    assets: ['assets/home-6.js', 'assets/home-7.css', 'assets/shared-5.svg', 'assets/worker-8.js'],
    onUse: [
      'assets/codicon-4.ttf',
      'assets/editor.worker-3.js',
      'assets/open-1.js',
      'assets/open-2.css',
    ],
    shared: [],
    languages: [
      {
        ...{ folder: '', assets: [] },
        packs: {
          rules: ['rules/index.html', 'rules/search.json'],
          lessons: ['lessons/mx.json', 'lessons/mx/index.html'],
          site: ['course.json', 'icon.svg', 'index.html', 'sandbox/index.html', 'theme.js'],
        },
      },
    ],
  }))

test('each language has its own scripts and pages, and what is of none is in each', () => {
  const german = {
    'src/ui/pages/home.ts': { file: 'assets/home-9.js', css: ['assets/home-7.css'] },
  }
  const both = [
    ...files,
    'assets/home-9.js',
    'de/index.html',
    'de/course.json',
    'de/lessons/x.json',
  ]
  const stored = storedFiles(
    both,
    [
      { folder: '', chunks: Object.values(manifest) },
      { folder: 'de/', chunks: Object.values(german) },
    ],
    packages,
  )
  expect(stored.assets).toEqual(['assets/home-7.css', 'assets/worker-8.js'])
  expect(stored.shared).toEqual(['icon.svg', 'theme.js'])
  expect(stored.languages.map(({ assets }) => assets)).toEqual([
    ['assets/home-6.js', 'assets/shared-5.svg'],
    ['assets/home-9.js'],
  ])
  expect(stored.languages[0]!.packs['site']).toEqual([
    'course.json',
    'icon.svg',
    'index.html',
    'sandbox/index.html',
    'theme.js',
  ])
  expect(stored.languages[1]!.packs).toEqual({
    de: ['de/course.json', 'de/index.html', 'de/lessons/x.json', 'icon.svg', 'theme.js'],
  })
})

test.each([
  ['index.html', ''],
  ['rules/spf/index.html', 'rules/spf/'],
  ['course.json', 'course.json'],
])('%s is asked for at %j', (file, address) => expect(addressOf(file)).toBe(address))

interface AppIcon {
  readonly src: string
  readonly sizes: string
  readonly type: string
}

const app = JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8')) as { icons: AppIcon[] }

/** Width and height stand in the first chunk of a PNG. */
const sizeOf = (png: Buffer) => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`

test.each(app.icons.filter(({ type }) => type === 'image/png'))(
  'the picture of the app $src is $sizes',
  ({ src, sizes }) => expect(sizeOf(readFileSync(`public/${src}`))).toBe(sizes),
)

test('every address of the app is relative, so that it may be in any folder', () =>
  expect(readFileSync('public/manifest.webmanifest', 'utf8')).not.toMatch(/": "(?:\/|https?:)/))

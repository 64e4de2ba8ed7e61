import { expect, test } from 'vitest'
import { fetchedBy, firstLoad, loadedLater, type Manifest } from './bundle-graph.ts'

const manifest: Manifest = {
  'lessons/_/index.html': {
    file: 'assets/lesson.js',
    imports: ['_shared.js'],
    css: ['assets/lesson.css'],
  },
  '_shared.js': { file: 'assets/shared.js', imports: ['_deep.js'] },
  '_deep.js': { file: 'assets/deep.js', imports: ['_shared.js'], css: ['assets/deep.css'] },
  'src/ui/editor.ts': {
    file: 'assets/editor.js',
    imports: ['_monaco.js', '_shared.js'],
    isDynamicEntry: true,
  },
  '_monaco.js': { file: 'assets/monaco.js', css: ['assets/monaco.css'] },
  'src/ui/help.ts': { file: 'assets/help.js', imports: ['_shared.js'], isDynamicEntry: true },
}

const page = 'lessons/mx/index.html'
const html = `<link rel="icon" href="../../icon.svg"><link rel="canonical" href="../../x">
  <script type="module" crossorigin src="../../assets/lesson.js"></script>
  <link rel="stylesheet" href="../../assets/lesson.css"><img src="data:image/png;base64,AA==" alt="">
  <script type="application/json" id="lesson">{}</script><a href="../other/">other</a>`

test('a page fetches what its script, link and img tags name', () =>
  expect(fetchedBy(page, html)).toEqual(['icon.svg', 'assets/lesson.js', 'assets/lesson.css']))

test('a first load follows static imports, and not dynamic ones', () =>
  expect([...firstLoad(page, html, manifest)].sort()).toEqual([
    'assets/deep.css',
    'assets/deep.js',
    'assets/lesson.css',
    'assets/lesson.js',
    'assets/shared.js',
    'icon.svg',
    page,
  ]))

test('what comes later with a package leaves out what is there already', () => {
  const later = loadedLater(
    manifest,
    (file) => file === 'assets/monaco.js',
    firstLoad(page, html, manifest),
  )
  expect([...later].sort()).toEqual(['assets/editor.js', 'assets/monaco.css', 'assets/monaco.js'])
})

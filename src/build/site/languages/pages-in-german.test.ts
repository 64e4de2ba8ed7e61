import { mkdir, mkdtemp, readFile, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build, createServer, type InlineConfig } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LessonPage } from '../lesson-list.ts'
import { pageInputs, pages } from '../pages.ts'
import { loadWords } from '../words/load-words.ts'
import { words } from '../words/plugin.ts'
import { otherLanguages } from './dev-languages.ts'
import { ownFolder, type SiteLanguages } from './other-languages.ts'

const lesson = (slug: string, language?: string): LessonPage => ({
  ...{ slug, title: `Title of ${slug}`, objective: '', minutes: 5, edition: 1, variants: [] },
  ...(language && { language }),
  module: { number: 1, slug: 'smtp', title: 'SMTP' },
  steps: [{ ...{ id: 'one', title: 'One', after: '', goals: [] }, html: '<p>Prose</p>' }],
  ...{ debrief: '<p>End</p>', notes: '', doing: 55, panels: [], hints: [] },
  world: { zones: [] },
})

const sources: Record<string, string> = {
  'index.html':
    '<!doctype html><html lang="en"><head><title>Home</title><link rel="icon" href="%base%icon.svg">' +
    '<script type="module" src="/src/ui/main.ts"></script></head><body>%languages%%lessons%</body></html>',
  'src/ui/pages/lesson.html':
    '<!doctype html><html lang="en"><head><title>%title%</title>' +
    '<script type="module" src="/src/ui/main.ts"></script></head><body>%desk%%debrief%%languages%<a class="mark" href="%base%"></a></body></html>',
  'src/ui/main.ts':
    "import { words } from '#words/zone'\ndocument.title = words.title\nvoid import('./engine.ts')",
  'src/ui/engine.ts': 'export const engine = () => alert("no words of ours")\nengine()',
  'src/ui/words/en/zone.ts': "export const words = { title: 'Title' }",
  'src/ui/words/de/zone.ts': "export const words = { title: 'Titel' }",
  'public/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
}

let root: string

const configFor = (of: SiteLanguages): InlineConfig => ({
  ...{ root, base: './', appType: 'mpa', configFile: false, logLevel: 'error' },
  plugins: [
    words({ root, language: of.language }),
    pages({
      ...{ root, languages: of, loadWords: () => loadWords(process.cwd(), of.language) },
      loadLessons: () => [lesson('told', of.language === 'de' ? 'de' : undefined), lesson('bare')],
    }),
    otherLanguages(of, configFor),
  ],
  build: {
    emptyOutDir: ownFolder(of) === '',
    copyPublicDir: ownFolder(of) === '',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: pageInputs(root, of) },
  },
})

const all = ['en', 'de'] as const

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'helo-german-')))
  for (const [path, text] of Object.entries(sources)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe('a site in two languages', () => {
  const built = (file: string) => readFile(join(root, 'dist', file), 'utf8')
  beforeAll(async () => {
    for (const language of all) await build(configFor({ language, all }))
  })

  test('has the pages of the second one below its folder', async () => {
    expect(await readdir(join(root, 'dist/de'))).toEqual(['index.html', 'lessons'])
    const page = await built('de/lessons/told/index.html')
    expect(page).toContain('<html lang="de"')
    expect(page).toMatch(/src="\.\.\/\.\.\/\.\.\/assets\/[\w-]+\.js"/)
    expect(page).toContain('<a class="mark" href="../../">')
    expect(await built('de/index.html')).toContain('href="../icon.svg"')
  })

  test('each page leads to itself in the other', async () => {
    expect(await built('lessons/told/index.html')).toContain('href="../../de/lessons/told/"')
    expect(await built('de/lessons/told/index.html')).toContain('href="../../../lessons/told/"')
  })

  test('what has no words is there once', async () => {
    const files = await readdir(join(root, 'dist/assets'))
    expect(files.filter((file) => file.startsWith('engine-'))).toHaveLength(1)
    expect(files.filter((file) => !file.startsWith('engine-'))).toHaveLength(2)
  })

  test('a lesson says where it is in English, and only there', async () => {
    const [told, bare, english] = await Promise.all(
      ['de/lessons/told', 'de/lessons/bare', 'lessons/bare'].map((page) =>
        built(`${page}/index.html`),
      ),
    )
    expect(told).toContain('<h1>Title of told</h1>')
    expect(told).not.toContain('noch nicht auf Deutsch')
    expect(bare).toContain('<h1 lang="en">Title of bare</h1>')
    expect(bare).toContain('<div lang="en"><p>End</p></div>')
    expect(bare).toContain('noch nicht auf Deutsch')
    expect(english).toContain('<h1>Title of bare</h1>')
    expect(await built('de/index.html')).toContain('noch nicht übersetzt')
    expect(await built('index.html')).not.toMatch(/<\w+ [^>]*lang="en"(?<!<html lang="en")/)
  })
})

test('the dev server has the second one behind the first', async () => {
  const server = await createServer({
    ...configFor({ language: 'en', all }),
    server: { port: 0, host: '127.0.0.1' },
  })
  await server.listen()
  const [url = ''] = server.resolvedUrls?.local ?? []
  try {
    const page = await (await fetch(`${url}de/lessons/told/`)).text()
    expect(page).toContain('<html lang="de"')
    expect(page).toContain('src="/de/src/ui/main.ts"')
    expect(await (await fetch(`${url}de/src/ui/main.ts`)).text()).toContain('/words/de/zone')
    expect((await fetch(`${url}de/lessons/told`)).url).toBe(`${url}de/lessons/told/`)
    expect(await (await fetch(`${url}src/ui/main.ts`)).text()).toContain('/words/en/zone')
    expect(await (await fetch(url)).text()).toContain('hreflang="de"')
  } finally {
    await server.close()
  }
})

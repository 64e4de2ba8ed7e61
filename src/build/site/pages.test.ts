import { mkdir, mkdtemp, readFile, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build, createServer, type InlineConfig } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LessonPage } from './lesson-list.ts'
import { pageInputs, pages } from './pages.ts'
import { loadWords } from './words/load-words.ts'

const lesson = (slug: string, title: string): LessonPage => ({
  slug,
  title,
  objective: 'Say <HELO> & more',
  minutes: 5,
  edition: 1,
  variants: [],
  module: { number: 1, slug: 'smtp', title: 'Speak SMTP' },
  steps: [
    {
      ...{ id: 'one', title: 'One', after: '', goals: [{ text: 'Publish `v=spf1`' }] },
      html: `<p>The prose of ${slug}: 100% $& </p>`,
    },
  ],
  ...{ debrief: `<p>The debrief of ${slug}</p>`, notes: '', doing: 55 },
  panels: ['zone'],
  hints: [],
  world: { zones: [{ origin: 'example.org', text: '\n@ TXT "<&>"\n', editable: true }] },
})

const lessons = [lesson('say-helo', 'Say HELO'), lesson('send', 'Send </script>')]

const sources: Record<string, string> = {
  'index.html':
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Home</title>' +
    '<script type="module" src="/src/ui/main.ts"></script></head><body><a href="%first%">Begin</a>%lessons%</body></html>',
  'src/ui/pages/lesson.html':
    '<!doctype html><html lang="en"><head><title>%title%</title>' +
    '<meta name="description" content="%description%"><link rel="icon" href="%base%icon.svg">' +
    '<script type="module" src="/src/ui/lesson.ts"></script></head><body><main>%desk%</main><aside>%debrief%</aside>' +
    '<a href="%base%">Home</a><script type="application/json" id="lesson">%data%</script></body></html>',
  'src/ui/pages/sandbox.html':
    '<!doctype html><html lang="en"><head><title>Sandbox</title>' +
    '<script type="module" src="/src/ui/lesson.ts"></script></head><body></body></html>',
  'src/ui/main.ts': `import { name } from './shared.ts'\ndocument.title = name`,
  'src/ui/lesson.ts': `import { name } from './shared.ts'\nimport './lesson.css'\ndocument.title = name + 1`,
  'src/ui/lesson.css': 'main { color: teal }',
  'src/ui/shared.ts': `export const name = 'a name'.repeat(Math.ceil(Math.random() * 9))`,
  'public/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
}

let root: string
let config: InlineConfig

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'helo-pages-')))
  for (const [path, text] of Object.entries(sources)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  config = {
    root,
    base: './',
    appType: 'mpa',
    configFile: false,
    logLevel: 'error',
    plugins: [
      pages({
        ...{ root, loadWords: () => loadWords(process.cwd(), 'en'), loadLessons: () => lessons },
      }),
    ],
    build: { modulePreload: { polyfill: false }, rolldownOptions: { input: pageInputs(root) } },
  }
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe('the built site', () => {
  const built = (file: string) => readFile(join(root, 'dist', file), 'utf8')
  beforeAll(() => build(config))

  test('has a page for each lesson, and no template', async () =>
    expect(await readdir(join(root, 'dist/lessons'))).toEqual(['say-helo', 'send']))

  test('a lesson page carries its own title, description, prose and data', async () => {
    const page = await built('lessons/send/index.html')
    expect(page).toContain('<title>Send &lt;/script&gt;</title>')
    expect(page).toContain('content="Say &lt;HELO&gt; &amp; more"')
    expect(page).toContain(
      '<div class="prose" data-prose="step one"><p>The prose of send: 100% $& </p></div>',
    )
    const [, data = ''] = /id="lesson">(.*?)<\/script>/.exec(page) ?? []
    const none = undefined
    const steps = [{ ...lessons[1]!.steps[0], html: none, after: none }]
    expect(JSON.parse(data)).toEqual({
      lesson: { ...lessons[1], steps, objective: none, debrief: none, notes: none },
      place: {
        crumb: 'Lesson 2 of 2 · Speak SMTP · 5 min',
        next: { href: '../../#lessons', title: 'All lessons' },
      },
    })
  })

  test('a lesson page has the zone in a field, as it is written', async () =>
    expect(await built('lessons/send/index.html')).toMatch(
      /<textarea [^>]*data-zone="example.org"[^>]*>\n\n@ TXT &quot;&lt;&amp;&gt;&quot;\n<\/textarea>/,
    ))

  test('a lesson page shows its place in the course, its debrief and the next lesson', async () => {
    const page = await built('lessons/say-helo/index.html')
    expect(page).toContain('<p class="caps">Lesson 1 of 2 · Speak SMTP · 5 min</p>')
    expect(page).toContain('<aside><p>The debrief of say-helo</p></aside>')
    expect(page).toContain('"next":{"href":"../send/","title":"Next: Send \\u003c/script>"}')
  })

  test('has a page for the sandbox, which shares its script with the lessons', async () =>
    expect(await built('sandbox/index.html')).toMatch(/src="\.\.\/assets\/[\w-]+\.js"/))

  test('the home page leads to the first lesson', async () =>
    expect(await built('index.html')).toContain('<a href="lessons/say-helo/">Begin</a>'))

  test('a page names what it needs relative to itself', async () => {
    const page = await built('lessons/say-helo/index.html')
    expect(page).toMatch(
      /<script type="module" crossorigin src="\.\.\/\.\.\/assets\/lesson-[\w-]+\.js">/,
    )
    expect(page).toMatch(
      /<link rel="stylesheet" crossorigin href="\.\.\/\.\.\/assets\/[\w-]+\.css">/,
    )
    expect(page).toContain('href="../../icon.svg"')
    expect(page).toContain('<a href="../../">')
    expect(await built('index.html')).toMatch(/src="\.\/assets\//)
  })

  test('the home page lists the lessons by module', async () =>
    expect(await built('index.html')).toContain(
      '<summary><h3>Speak SMTP</h3><span class="sum">10 min</span></summary><ol class="lessons">' +
        '<li class="lesson" data-lesson="say-helo" data-minutes="5" data-variants="20"><a href="lessons/say-helo/">' +
        '<span class="stamp" aria-hidden="true">1</span><span class="name">Say HELO</span></a>',
    ))

  test('no page runs an inline script, and each states the policy', async () => {
    for (const file of ['index.html', 'lessons/send/index.html']) {
      const page = await built(file)
      expect(page).toContain('http-equiv="Content-Security-Policy" content="default-src &#39;none')
      expect(page).not.toContain('ws:')
      expect(page.match(/<script(?![^>]*(src=|application\/json))/g)).toBeNull()
    }
  })
})

test('the dev server answers the same URLs', async () => {
  const server = await createServer({ ...config, server: { port: 0, host: '127.0.0.1' } })
  await server.listen()
  const [url = ''] = server.resolvedUrls?.local ?? []
  try {
    const page = await (await fetch(`${url}lessons/send/`)).text()
    expect(page).toContain('<title>Send &lt;/script&gt;</title>')
    expect(page).toContain('src="/@vite/client"')
    expect((await fetch(`${url}lessons/send`)).url).toBe(`${url}lessons/send/`)
    expect(await (await fetch(url)).text()).toContain('data-lesson="say-helo"')
    expect((await fetch(`${url}lessons/nothing/`)).status).toBe(404)
    expect(await (await fetch(`${url}src/ui/shared.ts`)).text()).toContain('a name')
  } finally {
    await server.close()
  }
})

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { unzipSync } from 'fflate'
import { fromUtf8 } from '../../../core/bytes.ts'
import { ran } from '../testing/run-command.ts'

const site = mkdtempSync(join(tmpdir(), 'helo-export-'))
const put = (file: string, text: string) => {
  mkdirSync(dirname(join(site, file)), { recursive: true })
  writeFileSync(join(site, file), text)
}
const widgets =
  '<link rel="alternate" hreflang="de" href="../de/embed/" /><script type="module" src="../assets/a.js"></script><div id="embed" data-site="../"></div>'
const page = (slug: string) =>
  `<meta name="description" content="Say &quot;${slug}&quot;." /><link rel="stylesheet" href="x.css"><script type="module" src="y.js"></script><script type="application/json" id="lesson">{}</script>`
const lesson = (slug: string, panel: string) => ({
  ...{ slug, title: `About ${slug}`, panels: [panel] },
  steps: [{ id: 'one', title: 'One <', goals: [{ id: 'a' }], card: { kind: 'predict', ask: '?' } }],
})
put('index.html', '')
for (const folder of ['', 'de/']) {
  put(`${folder}embed/index.html`, widgets)
  put(
    `${folder}learning/parts.json`,
    JSON.stringify({
      lesson: ['assets/a.js', `${folder}embed/index.html`],
      editor: ['assets/monaco.js'],
    }),
  )
  put(
    `${folder}course.json`,
    JSON.stringify({
      modules: [{ title: 'One', lessons: [{ slug: 'mx' }, { slug: 'spf' }] }],
      paths: [{ id: 'hour', title: 'An hour', about: 'Both.', lessons: ['spf', 'mx'] }],
    }),
  )
  for (const [slug, panel] of [
    ['mx', 'terminal'],
    ['spf', 'zone'],
  ] as const) {
    put(`${folder}lessons/${slug}.json`, JSON.stringify(lesson(slug, panel)))
    put(`${folder}lessons/${slug}/index.html`, page(slug))
  }
}
for (const file of ['assets/a.js', 'assets/monaco.js', 'learning/page.js', 'learning/page.css'])
  put(file, `/* ${file} */`)
afterAll(() => rmSync(site, { recursive: true }))

let written: { path: string; files: Record<string, string> } | undefined
beforeEach(() => (written = undefined))

const exportOf = (...words: string[]) =>
  ran(
    ['export', ...words, '--site', site],
    {},
    {
      async write(path, octets) {
        const files = unzipSync(octets as Uint8Array)
        written = {
          path,
          files: Object.fromEntries(
            Object.entries(files).map(([name, file]) => [name, fromUtf8(file)]),
          ),
        }
      },
    },
  )

describe('a package', () => {
  test('of a lesson holds what that needs, and nothing else', async () => {
    const { code, out, err } = await exportOf('mx', '--format', 'scorm12')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^mx-scorm12\.zip: About mx, for SCORM 1\.2\. 0\.0 MiB, 7 files\.\n$/)
    expect(written!.path).toBe('mx-scorm12.zip')
    expect(Object.keys(written!.files)).toEqual([
      ...['imsmanifest.xml', 'mx.html', 'lessons/mx/index.html', 'learning/page.js'],
      ...['learning/page.css', 'assets/a.js', 'embed/index.html'],
    ])
    expect(written!.files['imsmanifest.xml']).toContain('Say &quot;mx&quot;.')
    expect(written!.files['embed/index.html']).toContain('data-site="../" data-links=""')
    expect(written!.files['embed/index.html']).not.toContain('hreflang')
    expect(written!.files['lessons/mx/index.html']).not.toMatch(/src=|stylesheet/)
    expect(written!.files['lessons/mx/index.html']).toContain('id="lesson"')
  })

  test('of a path has a page a lesson, and the editor where one of them has zones', async () => {
    const { code } = await exportOf('hour', '--format', 'scorm2004', '--mastery', '80')
    expect(code).toBe(0)
    expect(Object.keys(written!.files)).toEqual(
      expect.arrayContaining(['spf.html', 'mx.html', 'assets/monaco.js']),
    )
    const manifest = written!.files['imsmanifest.xml']!
    expect(manifest.indexOf('item-spf')).toBeLessThan(manifest.indexOf('item-mx'))
    expect(manifest).toContain('>0.8</imsss:minNormalizedMeasure>')
    expect(written!.files['mx.html']).toContain('"mastery":0.8')
  })

  test('of cmi5, in German, has links where they are wanted', async () => {
    const base = ['--base', 'https://learn.example.org/mail?x#y']
    const { code } = await exportOf('spf', '--format', 'cmi5', '--language', 'de', ...base)
    expect(code).toBe(0)
    expect(written!.path).toBe('spf-de-cmi5.zip')
    expect(written!.files['cmi5.xml']).toContain('https://learn.example.org/mail/lessons/spf/')
    expect(written!.files['spf.html']).toContain('"frame":"de/embed/index.html"')
    expect(written!.files['spf.html']).toContain('connect-src https: http:')
    expect(written!.files['de/embed/index.html']).toContain(
      'data-links="https://learn.example.org/mail/de/"',
    )
  })

  test('is the same each time, and its data ends no element', async () => {
    await exportOf('mx', '--format', 'scorm12', '--out', 'a.zip')
    const first = written!
    await exportOf('mx', '--format', 'scorm12', '--out', 'a.zip')
    expect(written).toEqual(first)
    expect(written!.files['mx.html']).toContain('One \\u003c')
  })
})

test.each([
  ['mz --format scorm12', 'There is no lesson or path `mz`. Did you mean `mx`?'],
  ['houer --format scorm12', 'Did you mean `hour`?'],
  ['something-else --format scorm12', 'The paths are hour; the lessons mx, spf.'],
  ['../mx --format scorm12', 'There is no lesson or path `../mx`'],
  ['mx', '`export` answers as scorm12, scorm2004, cmi5; not as `text`.'],
  ['mx --format scorm', 'not as `scorm`'],
  ['mx --format cmi5', '`export` needs `--base URL`'],
  ['mx --format cmi5 --base javascript:alert(1)', 'is no address of a site'],
  ['mx --format scorm12 --mastery 101', 'A score is a number from 0 to 100, not `101`.'],
  ['mx --format scorm12 --language fr', 'The playground is not there in `fr`.'],
  ['mx --format scorm12 --language ../de', 'is no language'],
  ['--format scorm12', 'the lesson or path is missing'],
  ['mx spf --format scorm12', '`spf` is one word too many.'],
])('%s is refused with a sentence', async (words, said) => {
  const { code, err } = await exportOf(...words.split(' '))
  expect(code).toBe(2)
  expect(err).toContain(said)
  expect(written).toBeUndefined()
})

test('a file that cannot be written is said, and a site that is too old', async () => {
  const full = { write: () => Promise.reject(new Error('no space')) }
  const { code, err } = await ran(['export', 'mx', '--format', 'scorm12', '--site', site], {}, full)
  expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('no space') })
  rmSync(join(site, 'learning/parts.json'))
  expect((await exportOf('mx', '--format', 'scorm12')).err).toContain('build the playground anew')
})

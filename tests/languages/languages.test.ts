import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { LessonPage } from '../../src/build/site/lesson-list.ts'
import { readWords } from '../../src/build/site/words/read-words.ts'
import { families } from '../../src/build/site/rule-pages/families.ts'
import { richHtml } from '../../src/build/site/rule-pages/rule-html.ts'
import { siteMap } from '../../src/build/site/site-map.ts'
import { fill, include } from '../../src/build/site/template.ts'
import { loadWords } from '../../src/build/site/words/load-words.ts'
import { sayWords } from '../../src/build/site/words/say.ts'
import type { Language } from '../../src/ui/words/languages.ts'
import { hasWord } from '../tools/has-word.ts'
import { textsInHtml } from '../tools/texts-in-html.ts'
import { englishInLines, englishInScript, withoutEnglish, wordedTexts } from './english-in.ts'
import { madeUp, withoutMarked } from './made-up.ts'
import { addLanguage, englishRooms, MADE_UP } from './stage.ts'

const rooms = await englishRooms(process.cwd())
const folder = await mkdtemp(join(tmpdir(), 'helo-words-'))
await addLanguage(folder, rooms)
const words = await loadWords(folder, MADE_UP as Language)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A lesson without a word of its own: each word in its pages is the interface's. */
const lesson = (slug: string): LessonPage => ({
  ...{
    slug,
    title: '1',
    objective: '2',
    minutes: 3,
    edition: 1,
    variants: [],
    doing: 50,
    debrief: '4',
    notes: '5',
  },
  module: { number: 1, slug: '1', title: '6' },
  steps: [{ id: '1', title: '7', html: '8', after: '9', goals: [{ text: '10' }] }],
  ...{ hints: [], panels: ['terminal', 'zone', 'senders'] },
  terminal: { host: '11', suggestions: [], run: '12' },
  world: {
    zones: [
      { origin: '13', text: '14', editable: true },
      { origin: '15', text: '16', editable: false },
    ],
  },
})

async function pageOf(kind: (typeof siteMap)[number]): Promise<string> {
  const template = await readFile(kind.template, 'utf8')
  const parts = new Map<string, string>()
  for (const [, part = ''] of template.matchAll(/<!-- include (\S+) -->/g))
    parts.set(part, await readFile(join(dirname('src/ui/pages/parts'), part), 'utf8'))
  const said = sayWords(
    include(template, (part) => parts.get(part)!),
    words,
  )
  const [page] = kind.pages({
    language: MADE_UP as Language,
    lessons: [lesson('1'), lesson('2')],
    words,
    worlds: [],
    paths: [],
    experiments: [],
  })
  // Zones, and what a terminal says, are of the sandbox.
  return fill(said, kind.name === 'sandbox' ? {} : page!.slots)
}

const left = (html: string): string[] =>
  withoutMarked(textsInHtml(html).join('\n'))
    .split('\n')
    .filter((line) => hasWord(line.replaceAll(/%\w+%/g, '')))

const kinds = ['home', 'sandbox', 'live', 'lesson'] as const

describe('in a made-up language', () => {
  test.each(kinds)('a page of the kind %s has no English of its own', async (name) =>
    expect(left(await pageOf(siteMap.find((kind) => kind.name === name)!))).toEqual([]),
  )

  test('the page of all rules says what its families are about, and no more', async () => {
    const content = families().flatMap(({ title, about }) => [
      title,
      ...textsInHtml(richHtml(about)),
    ])
    const lines = left(await pageOf(siteMap.find(({ name }) => name === 'rules')!))
    // `TXT` is so called in every language.
    const isType = (line: string) => /^[A-Z]+$/.test(line)
    const strange = lines.map((line) => line.trim()).filter((line) => !content.includes(line))
    expect(strange.filter((line) => !isType(line))).toEqual([])
  })

  test.each(['family', 'rule'])(
    'a page of the kind %s has no text of the interface',
    async (name) => {
      const lines = textsInHtml(await pageOf(siteMap.find((kind) => kind.name === name)!))
      expect(lines.join()).toContain('⟦')
      const texts = wordedTexts([rooms.get('rules.ts')!, rooms.get('masthead.ts')!])
      expect(englishInLines(lines, texts)).toEqual([])
    },
  )
})

const room = `export const words = {
  title: 'A [title](1)',
  'other': \`Other\`,
  sign: '›',
  group: { of: 'of', to: (host: string) => \`to \${host}: \${host === 'here' ? 'home' : ''}\` },
}
`

describe('the made-up language', () => {
  test('has each text between marks, and what is compared as it is', () =>
    expect(madeUp(room)).toBe(`export const words = {
  title: "⟦A [title](1)⟧",
  'other': "⟦Other⟧",
  sign: '›',
  group: { of: "⟦of⟧", to: (host: string) => \`⟦to ⟧\${host}: \${host === 'here' ? "⟦home⟧" : ''}\` },
}
`))

  test('can be read as any other', () => {
    for (const [file, source] of rooms)
      expect(Object.keys(readWords(madeUp(source)).texts), file).toEqual(
        Object.keys(readWords(source).texts),
      )
  })

  test('an element that says that it is in English is no part of it, with all that is in it', () =>
    expect(withoutEnglish('<b>a</b><p lang="en">b<p>c</p></p><i lang="en">d</i><p>e</p>')).toBe(
      '<b>a</b><p>e</p>',
    ))

  test('in lines is found what is no name in a marked one', () =>
    expect(
      englishInLines(
        [
          'note',
          '⟦Message ⟧note',
          'note⟦.eml⟧',
          '⟦Go',
          'note',
          'on⟧',
          '⟦Two⟧ whole words',
          '⟦Whole words⟧',
        ],
        new Set(['note', 'whole words', 'Whole words']),
      ),
    ).toEqual(['note', 'whole words']))

  test.each([
    ['a whole text', 'a(`Two whole words`)', ['Two whole words']],
    ['a whole text of the markup', '<p>Two whole words</p>', ['Two whole words']],
    [
      'a long one in another',
      'b=`x A sentence that is long enough. y`',
      ['A sentence that is long enough.'],
    ],
    ['nothing that is marked', 'a("⟦Two whole words⟧",`⟦⟦A sentence that is long enough.⟧⟧`)', []],
    ['no words in what others say', 'a(`Two whole words of it`)', []],
  ])('in a script is found %s', (_, script, found) =>
    expect(
      englishInScript(
        script,
        wordedTexts([
          "export const words = { a: 'Two whole words', b: 'A sentence that is long enough.' }",
        ]),
      ),
    ).toEqual(found),
  )
})

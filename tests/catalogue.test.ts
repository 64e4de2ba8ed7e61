import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languages } from '../src/ui/words/languages.ts'
import { hasWord } from './tools/has-word.ts'
import { scriptOf } from './tools/read-imports.ts'
import { textsInHtml } from './tools/texts-in-html.ts'
import { textsInMarkup } from './tools/texts-in-markup.ts'
import { textsInScript } from './tools/texts-in-script.ts'

const files = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
  .map((path) => `src/ui/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.(?:ts|svelte)$/.test(path) && !/\.test\.ts$|\/testing\//.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

const templates = readdirSync('src/ui/pages', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .map((path) => `src/ui/pages/${path.replaceAll('\\', '/')}`)
  .concat('index.html')
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

/** What fills templates. */
const building = readdirSync('src/build/site', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => readFileSync(`src/build/site/${path}`, 'utf8'))

const drawing = files.filter(({ path }) => !path.startsWith('src/ui/words/'))

function shownBy(path: string, text: string): string[] {
  const markup = path.endsWith('.svelte') ? textsInMarkup(text) : []
  return [...markup, ...textsInScript(scriptOf({ path, text }))].filter(hasWord)
}

const found = drawing.flatMap(({ path, text }) => shownBy(path, text).map((one) => ({ path, one })))

test('a text of the interface is in src/ui/words/', () => expect(found).toEqual([]))

test.each(templates)('no text stands in $path itself', ({ text }) =>
  expect(textsInHtml(text).filter(hasWord)).toEqual([]),
)

describe('the checker sees', () => {
  test.each([
    ['text between tags', '<p>Some text</p>', ['Some text']],
    ['one word', '<p>{n} octets</p>', ['octets']],
    ['what is read out', '<p aria-label="Lanes of {name}"></p>', ['Lanes of']],
    ['a property of our own', '<Panel id="zone" note="who sends" />', ['who sends']],
    ['a choice', "<p>{n === 'x' ? 'one end' : 'two'}</p>", ['one end', 'two']],
    ['a template', '<p>{`was ${n}`}</p>', ['was']],
    ['what is put between', "<p>{all.join(' or ')}</p>", ['or']],
    ['text in a block', '{#if a}{#each b as c (c)}<b>yes</b>{/each}{/if}', ['yes']],
    ['text in a snippet', '{#snippet a(b)}<b>yes</b>{/snippet}', ['yes']],
    ['a state in the script', "<script>let a = 'Copied'</script>", ['Copied']],
  ])('%s', (_, source, texts) => expect(shownBy('A.svelte', source)).toEqual(texts))

  test.each([
    ['text', '<h1>The course</h1>', ['The course']],
    ['what is read out', '<nav aria-label="Main"></nav>', ['Main']],
    ['what is beside a text', '<title>Rules for %title%</title>', ['Rules for']],
    ['a description', '<meta\n name="description"\n content="A line." />', ['A line.']],
  ])('in a template %s', (_, source, texts) => expect(textsInHtml(source)).toEqual(texts))

  test.each([
    ['a sentence', "const a = 'No problems here.'", ['No problems here.']],
    ['words in lowercase', "const a = b ? 'no record' : ''", ['no record']],
    ['a template', 'const a = `${b} of ${c} steps done.`', ['… of … steps done.']],
    ['a label of one word', "const a = { label: 'raw' }", ['raw']],
    ['what is set', "field.placeholder = 'text'", ['text']],
    ['a spoken attribute', "field.setAttribute('aria-label', 'zone')", ['zone']],
  ])('in a script %s', (_, source, texts) => expect(shownBy('a.ts', source)).toEqual(texts))
})

describe('the checker leaves', () => {
  test.each([
    ['what went over a connection', '<ol><li data-who="S">250 2.1.0 Sender accepted</li></ol>'],
    ['code', '<pre>npm ci</pre><p>%home.title%</p><!-- include parts/head.html -->'],
  ])('in a template %s', (_, source) => expect(textsInHtml(source)).toEqual([]))

  test.each([
    ['protocol text', '<dt>RCPT TO</dt><a title="SPF">{n} C</a>'],
    ['what is for the browser', '<p class="a b" role="note" data-tone={a ? "pass" : "fail"}></p>'],
    ['what is compared', "<p>{a === 'some text' ? b : c['some text']}</p>"],
    ['what is looked for', "<p>{a.replaceAll('some text', b)}</p>"],
    ['signs', '<p>✓ {n} · …</p>'],
    ['a sheet', '<style>p { content: "Some text" }</style>'],
  ])('%s', (_, source) => expect(shownBy('A.svelte', source)).toEqual([]))

  test.each([
    ['names of classes', "a.className = 'button plain'"],
    ['selectors', "a.querySelector('main section')"],
    ['what is for a developer', "throw new Error('Some text'); console.warn('Some text')"],
    ['types and imports', "import a from 'some text'; type A = 'some text'"],
    ['keys', "a.key === 'Escape'"],
  ])('in a script %s', (_, source) => expect(shownBy('a.ts', source)).toEqual([]))
})

/** A text, a function that makes one, or a group of these. */
type Word = string | ((...given: never[]) => string) | { readonly [name: string]: Word }

const modules = import.meta.glob<{ readonly words: { readonly [name: string]: Word } }>(
  '../src/ui/words/*/*.ts',
  { eager: true },
)
const rooms = Object.entries(modules).map(([path, { words }]) => {
  const [, language, room] = /([\w-]+)\/([\w-]+)\.ts$/.exec(path)!
  return { language: language!, room: room!, words }
})
const roomsOf = (language: string) => rooms.filter((one) => one.language === language)
const named = (all: readonly { readonly room: string }[]) => all.map(({ room }) => room)

test.each(languages)('%s has all rooms, and no other', (language) =>
  expect(named(roomsOf(language))).toEqual(named(roomsOf('en'))),
)

test('every folder of words is a language that can be built', () =>
  expect(new Set(rooms.map(({ language }) => language))).toEqual(new Set(languages)))

const textsIn = (word: Word): string[] =>
  typeof word === 'string' ? [word] : Object.values(word).flatMap(textsIn)

describe.each(rooms)('$language/$room', ({ room, words }) => {
  test('holds texts, and no markup', () =>
    expect(textsIn(words).filter((text) => /<\/?[a-z][^>]*>|&#?\w+;/i.test(text))).toEqual([]))

  test('holds no text that stands at no place', () => {
    const inTemplate = new RegExp(`[%"]${room}\\.(\\w+)[\\w.]*[%"]`, 'g')
    const templated = templates.flatMap(({ text }) => [...text.matchAll(inTemplate)])
    const builders = building.filter((text) => new RegExp(`\\b${room}\\b`).test(text)).join()
    const importing = new RegExp(`import \\{ words(?: as (\\w+))? \\} from '#words/${room}'`)
    const uses = drawing.flatMap(({ text }) => {
      const [line, as = 'words'] = importing.exec(text) ?? []
      const names = text.matchAll(new RegExp(`(?<![\\w$]|[^.]\\.)${as}\\.(\\w+)`, 'g'))
      return line === undefined ? [] : [...names].map(([, name]) => name)
    })
    uses.push(...templated.map(([, name]) => name!))
    const isUsed = (name: string) =>
      uses.includes(name) || new RegExp(`\\.${name}\\b|[{,] ${name}[ ,]`).test(builders)
    expect(Object.keys(words).filter((name) => !isUsed(name))).toEqual([])
  })
})

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languageOf, type Language } from '../../../ui/words/languages.ts'
import { words } from './plugin.ts'
import { putWords, roomsIn } from './put-words.ts'
import { readWords } from './read-words.ts'

const room = `import type { words as english } from '../en/zone.ts'
const many = (count: number) => count > 1
/** Of a room. */
export const words: Words<typeof english> = {
  title: 'A <title> & “more”',
  ends: { 'MAIL FROM': 'none', lf: \`LF\` },
  count: (n: number) => (many(n) ? \`\${n} zones\` : 'a zone'),
  in: 'In',
}
`

describe('a room’s words', () => {
  test('are its texts by name', () =>
    expect(readWords(room).texts).toEqual({
      title: 'A <title> & “more”',
      ends: { 'MAIL FROM': 'none', lf: 'LF' },
      in: 'In',
    }))

  test('become one export each, beside what else is in the module', () => {
    const { module } = readWords(room)
    expect(module).toContain('const many = ')
    expect(module).toContain("const $in = 'In'\nexport { $in as in }")
    expect(module).toContain('export { $count as count }')
    expect(module).not.toContain('words:')
  })

  test('must be there', () => expect(() => readWords('export const a = 1')).toThrow(/`words`/))
})

const { texts } = readWords(room)
const importing = "import { words } from '#words/zone'\n"
const imported = "import * as words from '#words/zone'\n"

describe('put into a source', () => {
  test.each([
    ['text of the markup', '<p>{words.in}</p>', '<p>In</p>'],
    ['markup stays text', '<p>{words.title}</p>', '<p>A &lt;title&gt; &amp; “more”</p>'],
    ['an attribute', '<p title={words.in} />', '<p title="In" />'],
    ['a part of one', '<p title="{words.in}: {n}" />', '<p title="In: {n}" />'],
    ['of a group', '<p>{words.ends.lf}</p>', '<p>LF</p>'],
    ['in an expression', '{a ? words.in : words.ends.lf}', '{a ? "In" : "LF"}'],
    ['in a script', 'const a = { label: words.in }', 'const a = { label: "In" }'],
    ['in a template', '`${words.in}: ${n}`', '`${"In"}: ${n}`'],
    ['what is looked up stays', 'words.ends[key]', 'words.ends[key]'],
    ['what takes something stays', '{words.count(1)}', '{words.count(1)}'],
    ['another’s words stay', '{line.words.in}', '{line.words.in}'],
    ['what every object has is no word', '{words.toString()}', '{words.toString()}'],
  ])('%s', (_, source, put) =>
    expect(putWords(importing + source, () => texts)).toBe(imported + put),
  )

  test('rooms have names of their own', () => {
    const source = `  import { words as panels } from '#words/panels'\n${importing}{panels.in}{words.in}`
    expect(roomsIn(source)).toEqual(['panels', 'zone'])
    expect(putWords(source, (name) => ({ in: name }))).toMatch(/panelszone$/)
  })

  test('a source without any is the same', () =>
    expect(putWords('words.in', () => texts)).toBe('words.in'))
})

test('a build is in English where no other language is asked for, and in none that is not there', () => {
  expect([languageOf(undefined), languageOf('')]).toEqual(['en', 'en'])
  expect(() => languageOf('xx')).toThrow(/“xx”/)
})

describe('a build', () => {
  const roomOf = (title: string) =>
    `export const words = { title: '${title}', of: (n: number) => n + '${title}', no: () => 'unused' }`
  const files: Record<string, string> = {
    'index.html': '<html lang="en"><script type="module" src="/src/ui/main.ts"></script></html>',
    'src/ui/main.ts':
      "import { words } from '#words/zone'\ndocument.title = words.title\nalert(words.of(innerWidth))",
    'src/ui/words/en/zone.ts': roomOf('Title'),
    'src/ui/words/de/zone.ts': roomOf('Titel'),
  }
  let root: string

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'helo-words-'))
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), text)
    }
  })
  afterAll(() => rm(root, { recursive: true }))

  test.each([
    ['en', 'Title', 'Titel'],
    ['de', 'Titel', 'Title'],
  ])('in %s says %s', async (language, own, other) => {
    const { output } = (await build({
      ...{ root, configFile: false, logLevel: 'error' },
      plugins: [words({ root, language: language as Language })],
      build: { write: false },
    })) as Rolldown.RolldownOutput
    const text = output.map((one) => (one.type === 'chunk' ? one.code : String(one.source))).join()
    expect(text).toContain(`document.title=`)
    expect(text.split(own)).toHaveLength(3)
    expect(text).not.toMatch(new RegExp(`${other}|unused`))
    expect(text).toContain(`<html lang="${language}"`)
  })
})

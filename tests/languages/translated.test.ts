import { describe, expect, test } from 'vitest'
import { languages, type Language } from '../../src/ui/words/languages.ts'
import { hasWord } from '../tools/has-word.ts'
import { textsOf } from './made-up.ts'
import { roomsOf } from './stage.ts'

type Word = string | ((...given: never[]) => string) | { readonly [name: string]: Word }

/** Texts that are the same in both, a protocol's names and units too. */
const SAME: Readonly<Partial<Record<Language, ReadonlySet<string>>>> = {
  de: new Set([
    ...['Alignment', 'Body', 'Code', 'Domain', 'Flags', 'Flags:', 'Host', 'Hosts', 'Link', 'Live'],
    ...['Name', 'Pause', 'Port', 'Ports', 'Sandbox', 'Server', 'Terminal', 'Text', 'Zone'],
    ...['auto', 'in', 'online', 'HELO WORLD ✳ PORT 25 ✳', 'v=…', 'ann@example.org'],
    // Fields, results, programs and formats, as they are written.
    ...['To', 'Subject', 'In From', 'pass', 'fail', 'softfail', 'neutral', 'first'],
    ...['ARC', 'CR LF', 'DANE', 'HTML', 'IMAP', 'MTA-STS', 'POP3', 'TLS', ', TLS', '(UTC)'],
    ...['NOERROR', 'NXDOMAIN', 'SERVFAIL', 'UID', 'UIDL', 'UIDVALIDITY', 'xx', 'x'],
    ...['Exchange', 'Postfix', '.private.pem'],
    ...['d', 'h', 'min', 'ms', 's', 'KB', 'KiB', 'MB', 'MiB'],
  ]),
}

const english = await roomsOf(process.cwd(), 'en')
const modules = import.meta.glob<{ readonly words: { readonly [name: string]: Word } }>(
  '../../src/ui/words/*/*.ts',
  { eager: true },
)
const wordsOf = (language: Language, file: string): Word =>
  modules[`../../src/ui/words/${language}/${file}`]!.words

/** Each word with its path: `columns.id.imap`, and whether it takes something. */
const shapeOf = (word: Word, path = ''): string[] =>
  typeof word === 'string'
    ? [path]
    : typeof word === 'function'
      ? [`${path}()`]
      : Object.entries(word).flatMap(([name, inner]) => shapeOf(inner, `${path}.${name}`))

/** Code and placeholders of a text, which no language changes. */
const marksOf = (text: string): string[] =>
  [...text.matchAll(/`[^`]+`|%\w+%|\]\(\d\)/g)].map(([mark]) => mark).sort()

const textsIn = (word: Word, path = ''): [string, string][] =>
  typeof word === 'string'
    ? [[path, word]]
    : Object.entries(word).flatMap(([name, inner]) => textsIn(inner, `${path}.${name}`))

describe.each(languages.filter((language) => language !== 'en'))('%s', (language) => {
  const known = SAME[language] ?? new Set()

  test.each([...english])('%s has each word, and none in English', async (file, source) => {
    const [own, first] = [wordsOf(language, file), wordsOf('en', file)]
    expect(shapeOf(own).sort()).toEqual(shapeOf(first).sort())
    const texts = new Set(textsOf(source))
    const translated = (await roomsOf(process.cwd(), language)).get(file)!
    const same = textsOf(translated).filter((text) => texts.has(text) && hasWord(text))
    expect(same.filter((text) => !known.has(text))).toEqual([])
  })

  test.each([...english.keys()])('%s has the same code and marks', (file) => {
    const first = new Map(textsIn(wordsOf('en', file)))
    for (const [path, text] of textsIn(wordsOf(language, file)))
      expect(marksOf(text), path).toEqual(marksOf(first.get(path)!))
  })

  test('the list of what is the same has nothing that no text says', async () => {
    const sources = [...(await roomsOf(process.cwd(), language)).values()].flatMap(textsOf)
    expect([...known].filter((text) => !sources.includes(text))).toEqual([])
  })
})

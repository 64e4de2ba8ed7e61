import { describe, expect, test } from 'vitest'
import { embedWords } from '../../src/embed/words.ts'
import { optionsOf } from '../../src/embed/options-of.ts'
import { themeOf } from '../../src/embed/look.ts'
import { frameAddress, languageFor, siteLanguages } from '../../src/embed/own-site.ts'
import { readFrameMessage } from '../../src/embed/read-frame-message.ts'
import { textOf } from '../../src/embed/text-of.ts'
import { kindNames } from '../../src/embed/protocol.ts'
import { folderOf, languages } from '../../src/ui/words/languages.ts'

test('the elements know the languages of the site, and where they are', () => {
  expect(siteLanguages).toEqual(languages)
  for (const language of languages) {
    expect(frameAddress('https://a.example/w/', language).href).toBe(
      `https://a.example/w/${folderOf(language)}embed/#host`,
    )
    expect(Object.keys(embedWords[language].titles)).toEqual([...kindNames])
  }
})

test.each([
  ['de-AT', 'de'],
  ['de_CH', 'de'],
  ['DE', 'de'],
  ['fr', 'en'],
  ['', 'en'],
  [null, 'en'],
])('the locale %s is in %s', (locale, language) => expect(languageFor(locale)).toBe(language))

test.each([
  ['\n  a\n    b\n\n  c\n', 'a\n  b\n\nc'],
  ['a', 'a'],
  ['\r\n\ta\r\n\tb', 'a\nb'],
  ['  \n \n', ''],
])('the text of %j', (textContent, text) =>
  expect(textOf({ textContent } as unknown as Node)).toBe(text),
)

test.each([
  [null, 'normal', 'rgb(0, 0, 0)', 'light'],
  [null, 'normal', 'rgba(222, 226, 243, 0.87)', 'dark'],
  [null, 'normal', 'color(srgb 1 1 1)', 'light'],
  [null, 'dark', 'rgb(0, 0, 0)', 'dark'],
  [null, 'light dark', 'rgb(255, 255, 255)', 'auto'],
  [null, 'only light', 'rgb(255, 255, 255)', 'light'],
  ['dark', 'light', 'rgb(0, 0, 0)', 'dark'],
  ['auto', 'dark', 'rgb(0, 0, 0)', 'auto'],
  ['x', 'dark', 'rgb(0, 0, 0)', 'dark'],
])('theme=%s in a page of %s and %s: %s', (asked, colorScheme, color, theme) =>
  expect(themeOf(asked, { colorScheme, color })).toBe(theme),
)

test('attributes of any element, and those of frameworks, are no options', () => {
  const names = ['sender', 'READONLY', 'class', 'data-v-1', 'aria-label', 'onclick', 'v-pre', ':x']
  const attributes = names.map((name) => ({ name, value: name }))
  expect(Object.keys(optionsOf({ attributes } as unknown as Element))).toEqual([
    ...['sender', 'readonly'],
  ])
})

describe('what a frame sends', () => {
  test.each([
    [{ helo: 1, type: 'hello', versions: [1] }],
    [{ helo: 1, type: 'hello', versions: [1, 2, 3], more: 'later' }],
    [{ helo: 1, type: 'height', height: 120 }],
    [{ helo: 1, type: 'state', state: 's=x' }],
  ])('%j is taken', (message) => expect(readFrameMessage(message)).toEqual(message))

  test('of other versions alone is told apart', () =>
    expect(readFrameMessage({ helo: 3, type: 'hello', versions: [2, 3] })).toBe('other version'))

  test.each([
    [null],
    ['hello'],
    [[]],
    [{ type: 'hello', versions: [1] }],
    [{ helo: 1, type: 'future' }],
    [{ helo: 1, type: 'toString' }],
    [{ helo: 1, type: 'height', height: Infinity }],
    [{ helo: 1, type: 'height', height: 1e9 }],
    [{ helo: 1, type: 'height', height: '100px; position: fixed' }],
    [{ helo: 1, type: 'verdict', verdict: 'ok' }],
    [{ helo: 1, type: 'state', state: {} }],
  ])('%j is left alone', (message) => expect(readFrameMessage(message)).toBeUndefined())
})

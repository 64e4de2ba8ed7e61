import { expect, test } from 'vitest'
import { visible, withPictures } from './visible.ts'

test.each([
  ['a\tb\nc', 'a\tb\nc'],
  ['a\0b\x1b[2J\x7f', 'a␀b␛[2J␡'],
  ['a\r\nb\nc\rd', 'a␍␊\nb␊\nc␍d'],
])('%j is shown as %j', (text, shown) => expect(visible(text)).toBe(shown))

test('a part is shown as the whole is', () => expect(visible('b\n', 'a\r\nb\n')).toBe('b␊\n'))

test('each picture stands in the place of one character', () =>
  expect(withPictures('\0a\r\n')).toBe('␀a\r\n'))

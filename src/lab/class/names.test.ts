import { expect, test } from 'vitest'
import { cleanName, uniqueName } from './names.ts'

test.each([
  ['  Ann  of\nExample ', 'Ann of Example'],
  ['', ''],
  ['\u202Egnorw\u0000', 'gnorw'],
  ['<b>Ann</b>', '<b>Ann</b>'],
  ['a'.repeat(100), 'a'.repeat(24)],
  ['👩‍🏫 Zoë', '👩‍🏫 Zoë'],
  ['\u200d\u200b ', ''],
  [`a${'\u0301'.repeat(50)}b`, 'á\u0301\u0301\u0301b'],
])('%j is shown as %j', (wished, shown) => expect(cleanName(wished)).toBe(shown))

test.each([
  ['Ann', ['Bob'], 'Ann'],
  ['Ann', ['ANN', 'Ann 2'], 'Ann 3'],
  ['', ['', ''], ''],
  ['a'.repeat(24), ['a'.repeat(24)], `${'a'.repeat(22)} 2`],
])('%s beside %j is %s', (name, others, unique) =>
  expect(
    uniqueName(
      name,
      others.map((other) => ({ name: other })),
    ),
  ).toBe(unique),
)

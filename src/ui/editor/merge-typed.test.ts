import { expect, test } from 'vitest'
import { mergeTyped } from './merge-typed.ts'

test.each<[what: string, initial: string, typed: string, other: string, merged: string]>([
  ['nothing was typed', 'a\n', 'a\n', 'a\nb\n', 'a\nb\n'],
  ['nothing came', 'a\n', 'a\nx\n', 'a\n', 'a\nx\n'],
  ['both are the same', 'a\n', 'a\nx\n', 'a\nx\n', 'a\nx\n'],
  ['typed at the end, saved behind it', 'a\n', 'a\nx\n', 'a\nb\n', 'a\nx\nb\n'],
  ['typed in a line that both have', 'ab\nc\n', 'axb\nc\n', 'ab\nc\nd\n', 'axb\nc\nd\n'],
  ['typed behind what was saved', 'a\nc\n', 'a\ncx\n', 'b\nc\n', 'b\ncx\n'],
  ['taken out of what both have', 'a\nb\n', 'a\n', 'a\nb\nc\n', 'a\nc\n'],
  ['typed where all is another', 'a\nb\n', 'a\nxb\n', 'q', 'q\nx'],
])('%s', (_, initial, typed, other, merged) =>
  expect(mergeTyped(initial, typed, other)).toBe(merged),
)

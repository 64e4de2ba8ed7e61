import fc from 'fast-check'
import { expect, test } from 'vitest'
import { halfways } from './line-edits.ts'

const texts = (from: string, to: string) => halfways(from, to).map(({ text }) => text)

test.each([
  ['a new line, word by word', 'a\n', 'a\nb c\n', ['a\nb\n', 'a\nb c\n']],
  ['a changed line in its place', 'a\nx\nz', 'a\ny 1\nz', ['a\ny\nz', 'a\ny 1\nz']],
  [
    'an open quote is closed',
    '',
    '@ TXT "v=spf1 -all"',
    ['@', '@ TXT', '@ TXT "v=spf1"', '@ TXT "v=spf1 -all"'],
  ],
  ['an escaped quote opens nothing', '', '\\" x', ['\\"', '\\" x']],
  ['a line that goes', 'a\nb\nc', 'a\nc', ['a\nc']],
  ['two changes, from the top', 'a\nb\nc', 'A\nb\nC', ['A\nb\nc', 'A\nb\nC']],
  ['more lines than before', 'a\nb', '1\n2\nb', ['1\nb', '1\n2\nb']],
  ['fewer lines than before', 'a\nb\nc', '1\nc', ['1\nb\nc', '1\nc']],
  ['nothing to do', 'a\nb', 'a\nb', []],
])('%s', (_, from, to, expected) => expect(texts(from, to)).toEqual(expected))

test('the last is always the second text', () =>
  fc.assert(
    fc.property(lines(), lines(), (from, to) => {
      expect(texts(from, to).at(-1) ?? from).toBe(to)
    }),
    { seed: 1, numRuns: 300 },
  ))

const lines = () =>
  fc
    .array(fc.constantFrom('', 'a', 'b c', '"d e"', 'f'), { maxLength: 8 })
    .map((all) => all.join('\n'))

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unindented } from './unindented.ts'

test.each([
  ['> From: a@x.test\n> To: b@x.test\n>\n> Hi\n', 'From: a@x.test\nTo: b@x.test\n\nHi\n'],
  ['    From: a@x.test\n      folded\n\n    Hi', 'From: a@x.test\n  folded\n\nHi'],
  ['\n\tx.test. TXT "a"\n\tx.test. TXT "b"\n', '\nx.test. TXT "a"\nx.test. TXT "b"\n'],
  ['  $ORIGIN x.test.\r\n  @ A 192.0.2.1\r\n', '$ORIGIN x.test.\r\n@ A 192.0.2.1\r\n'],
  ['>> From: a@x.test\n>> Hi', 'From: a@x.test\nHi'],
])('%j becomes %j', (text, inner) => expect(unindented(text).text).toBe(inner))

test.each([
  ['a type stands first: the owner is above', '  MX 10 mail\n  TXT "a"\n'],
  ['one line is not quoted', '> From: a@x.test\nTo: b@x.test\n'],
  ['a fold alone is indented', ' From: a@x.test\nTo: b@x.test\n'],
  ['nothing is before it', 'From: a@x.test\n'],
])('%s: %j stays', (_, text) => expect(unindented(text)).toEqual({ text, prefix: '' }))

test('lines stay lines, whatever it is', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(' ', '>', '\t', '\n', '\r', 'a:', '@ ') }),
      (text) => {
        const lines = (one: string) => one.split('\n').length
        expect(lines(unindented(text).text)).toBe(lines(text))
      },
    ),
    { seed: 5322 },
  ))

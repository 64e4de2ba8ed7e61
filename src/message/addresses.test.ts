import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slice } from '../core/span.ts'
import { parseAddresses } from './addresses.ts'

const described = (text: string): string[] =>
  parseAddresses(text).mailboxes.map(({ name, address }) =>
    name === undefined ? address : `${name} <${address}>`,
  )

test.each([
  ['a bare address', 'joe@a.example', ['joe@a.example']],
  ['a name', 'Joe Q. Public <joe@a.example>', ['Joe Q. Public <joe@a.example>']],
  ['a quoted name', '"Public, Joe" <joe@a.example>', ['Public, Joe <joe@a.example>']],
  ['several', 'a@a.example, B <b@b.example>', ['a@a.example', 'B <b@b.example>']],
  ['comments', 'joe(the (real) one)@a.example (home)', ['joe@a.example']],
  ['a quoted local part', '"joe blow"@a.example', ['"joe blow"@a.example']],
  ['quotes that were not needed', '"joe"@a.example', ['joe@a.example']],
  ['a literal', '<joe@[192.0.2.1]>', ['joe@[192.0.2.1]']],
  ['an old route', '<@x.example,@y.example:joe@a.example>', ['joe@a.example']],
  ['encoded words', '=?utf-8?Q?J=C3=B6e?= =?utf-8?b?IFg=?= <j@a.example>', ['Jöe X <j@a.example>']],
  ['a group', 'Friends: a@a.example, B <b@b.example>;', ['a@a.example', 'B <b@b.example>']],
  ['an empty group', 'undisclosed-recipients:;', []],
  ['folds', 'Joe\r\n <joe@a.example>', ['Joe <joe@a.example>']],
  ['UTF-8 octets in a name', 'J\xc3\xb6e <j@a.example>', ['Jöe <j@a.example>']],
  ['empty places', ', a@a.example,,', ['a@a.example']],
])('%s', (_, text, mailboxes) => {
  expect(described(text)).toEqual(mailboxes)
  expect(parseAddresses(text).problems).toEqual([])
})

test.each([
  ['joe', 'joe', 'no address'],
  ['joe@', '@', 'Nothing stands behind'],
  ['@a.example', '@', 'Nothing stands before'],
  ['Joe <joe@a.example', '<', 'never closed'],
  ['"Joe <joe@a.example>', '"Joe <joe@a.example>', 'never closed'],
  ['joe blow@a.example', 'blow', 'without a dot'],
  ['joe@a..example', '.', 'empty word'],
  ['joe.@a.example', '.', 'empty word'],
  ['List: a@a.example', '', '`;` is missing'],
  ['<joe>', 'joe', 'needs an `@`'],
  ['A: B: c@c.example;;', 'B', 'no address'],
  ['a@a.example b@b.example', 'b', 'comma is missing'],
])('%s: at `%s`: %s', (text, where, message) => {
  const [first] = parseAddresses(text).problems
  expect(first && slice(text, first.span)).toBe(where)
  expect(first?.message).toContain(message)
})

test('an address knows where it stands', () => {
  const text = 'Joe <joe@a.example>, b@b.example'
  const [joe, b] = parseAddresses(text).mailboxes
  expect(slice(text, joe!.span)).toBe('Joe <joe@a.example>')
  expect(slice(text, joe!.addressSpan)).toBe('joe@a.example')
  expect(slice(text, joe!.domainSpan!)).toBe('a.example')
  expect(slice(text, b!.span)).toBe('b@b.example')
})

test('any text is read to its end, with spans inside', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 80 }),
        fc
          .array(
            fc.constantFrom('a', '@', '<', '>', ',', ':', ';', '"', '(', ')', '[', '.', ' ', '\\'),
          )
          .map((parts) => parts.join('')),
      ),
      (text) => {
        const { entries, problems } = parseAddresses(text)
        for (const { span } of [...entries, ...problems]) {
          expect(span.from).toBeGreaterThanOrEqual(0)
          expect(span.to).toBeGreaterThanOrEqual(span.from)
          expect(span.to).toBeLessThanOrEqual(text.length)
        }
      },
    ),
    { seed: 5322, numRuns: 500 },
  ))

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf } from './parts.ts'
import { readSenders } from './senders.ts'

test.each([
  ['@ MX 10 mx', [['', '@ MX 10 mx']]],
  [
    '-- a.example\n@ A 192.0.2.1\n\n-- b.example\nv=spf1 -all\n',
    [
      ['a.example', '@ A 192.0.2.1'],
      ['b.example', 'v=spf1 -all'],
    ],
  ],
  [
    '@ A 192.0.2.1\n-- b.example\n@ A 192.0.2.2',
    [
      ['', '@ A 192.0.2.1'],
      ['b.example', '@ A 192.0.2.2'],
    ],
  ],
  ['--no head\n-- two words here', [['', '--no head\n-- two words here']]],
  ['', [['', '']]],
  ['-- a.example', [['a.example', '']]],
])('%j is read as its parts', (text, parts) =>
  expect(partsOf(text).map((part) => [part.name, part.text])).toEqual(parts),
)

test('a part without a head has the name of the element', () =>
  expect(partsOf('@ A 192.0.2.1', 'example.com')[0]!.name).toBe('example.com'))

test('whatever a text is, it has parts, and no line is lost', () => {
  const line = fc.constantFrom('-- a.example', '--', '', 'x', '-- b.example ', '@ A 192.0.2.1')
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      const parts = partsOf(lines.join('\n'))
      expect(parts.length).toBeGreaterThan(0)
      expect(parts.length).toBeLessThanOrEqual(22)
      const count = (all: string[]) => all.filter((one) => one === 'x').length
      expect(count(parts.flatMap(({ text }) => text.split('\n')))).toBe(count(lines))
    }),
  )
})

test.each([
  ['203.0.113.5 ann@example.org', [{ ip: '203.0.113.5', mailFrom: 'ann@example.org' }]],
  ['2001:db8::1 a@example.org, 192.0.2.1 b@example.org', 2],
  ['x', undefined],
  ['', undefined],
  ['a b c', undefined],
  [Array(9).fill('192.0.2.1 a@example.org').join(','), undefined],
])('the senders of %j', (value, senders) => {
  const read = readSenders(value)
  expect(typeof senders === 'number' ? read?.length : read).toEqual(senders)
})

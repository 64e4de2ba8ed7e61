import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromLatin1, latin1 } from '../../../core/bytes.ts'
import { emptyData, readData, type DataRules } from './data.ts'
import { stuffDots } from '../../shared/wire/dots.ts'
import { ropeBytes } from '../../shared/wire/rope.ts'

/** What was stored, and what of the input was left when the message ended; `…` if it did not. */
function take(sent: string, rules: Partial<DataRules> = {}, size = Infinity): string {
  const bytes = latin1(sent)
  let state = emptyData
  let from = 0
  while (from < bytes.length) {
    const piece = bytes.subarray(0, Math.min(bytes.length, from + size))
    const read = readData(state, piece, from, { bareLf: 'strict', maxSize: 0, ...rules })
    state = read.state
    from = read.next
    if (read.ended) return `${stored(state)}|${sent.slice(from)}`
  }
  return `${stored(state)}…`
}

const stored = (state: typeof emptyData): string => fromLatin1(ropeBytes(state.content))

describe('a strict server', () => {
  test.each([
    ['.\r\nQUIT', '|QUIT'],
    ['a\r\n.\r\nQUIT', 'a\r\n|QUIT'],
    ['\r\n.\r\n', '\r\n|'],
    ['..\r\n.\r\n', '.\r\n|'],
    ['...\r\n.\r\n', '..\r\n|'],
    ['.a\r\n.\r\n', 'a\r\n|'],
    ['a.\r\n.\r\n', 'a.\r\n|'],
    ['a\r\n.', 'a\r\n…'],
    ['a\r\n.\r', 'a\r\n…'],
    ['a\r\n.\rb\r\n.\r\n', 'a\r\n\rb\r\n|'],
    ['a\r\n.\r\r\n.\r\n', 'a\r\n\r\r\n|'],
    ['a\n.\nb\r\n.\r\n', 'a\n.\nb\r\n|'],
    ['a\n.\r\nb\r\n.\r\n', 'a\n.\r\nb\r\n|'],
    ['a\r.\rb\r\n.\r\n', 'a\r.\rb\r\n|'],
    ['a\r.\r\nb\r\n.\r\n', 'a\r.\r\nb\r\n|'],
    ['a\r\n.\nb\r\n.\r\n', 'a\r\n\nb\r\n|'],
    ['a\r\r\n.\r\n', 'a\r\r\n|'],
    ['\0\x07\xff\r\n.\r\n', '\0\x07\xff\r\n|'],
  ])('reads %j as %j', (sent, expected) => expect(take(sent)).toBe(expected))
})

describe('a lax server', () => {
  test.each([
    ['a\r\n.\r\nQUIT', 'a\r\n|QUIT'],
    ['a\n.\nQUIT', 'a\n|QUIT'],
    ['a\n.\r\nQUIT', 'a\n|QUIT'],
    ['a\r\n.\nQUIT', 'a\r\n|QUIT'],
    ['a\r.\rQUIT', 'a\r|QUIT'],
    ['a\r.\r\nQUIT', 'a\r|QUIT'],
    ['a\n..b\n.\n', 'a\n.b\n|'],
    ['a\rb\n.\n', 'a\rb\n|'],
  ])('reads %j as %j', (sent, expected) => expect(take(sent, { bareLf: 'lax' })).toBe(expected))
})

const octets = fc.string({
  unit: fc.constantFrom('.', '\r', '\n', 'a', '\0', '\xff'),
  maxLength: 40,
})

test.each(['strict', 'lax'] as const)('a %s server reads the same in any pieces', (bareLf) => {
  const sizes = fc.integer({ min: 1, max: 5 })
  fc.assert(
    fc.property(octets, sizes, (sent, size) => {
      expect(take(sent, { bareLf }, size)).toBe(take(sent, { bareLf }))
    }),
    { seed: 2, numRuns: 1000 },
  )
})

test('what is stuffed is stored as it was, whatever it is', () => {
  const lines = octets.map((text) => text.replace(/(?<!\r)\n/g, ''))
  fc.assert(
    fc.property(lines, (message) => {
      const whole = message === '' || message.endsWith('\r\n') ? message : `${message}\r\n`
      expect(take(`${fromLatin1(stuffDots(latin1(message)))}QUIT`)).toBe(`${whole}|QUIT`)
    }),
    { seed: 3, numRuns: 1000 },
  )
})

test.each([
  ['', '.\r\n'],
  ['.', '..\r\n.\r\n'],
  ['a', 'a\r\n.\r\n'],
  ['a\r\n.b\r\n..\r\n', 'a\r\n..b\r\n...\r\n.\r\n'],
  ['a.\r\n', 'a.\r\n.\r\n'],
  ['a\n.b\r.c\r\n', 'a\n.b\r.c\r\n.\r\n'],
  ['a\r', 'a\r\r\n.\r\n'],
])('%j is sent as %j', (message, sent) => expect(fromLatin1(stuffDots(latin1(message)))).toBe(sent))

describe('faults are noted, and change nothing', () => {
  const facts = (sent: string): unknown => {
    const { state } = readData(emptyData, latin1(sent), 0, { bareLf: 'strict', maxSize: 0 })
    return { size: state.size, bareLf: state.bareLf, longLine: state.longLine }
  }
  test.each([
    ['a\r\n..b\r\n.\r\n', { size: 7, bareLf: false, longLine: false }],
    ['a\nb\r\n.\r\n', { size: 5, bareLf: true, longLine: false }],
    [`${'a'.repeat(998)}\r\n.\r\n`, { size: 1000, bareLf: false, longLine: false }],
    [`${'a'.repeat(999)}\r\n.\r\n`, { size: 1001, bareLf: false, longLine: true }],
    [`..${'a'.repeat(997)}\r\n.\r\n`, { size: 1000, bareLf: false, longLine: false }],
  ])('%#', (sent, expected) => expect(facts(sent)).toEqual(expected))
})

test('of a message over the limit the size is known, but nothing is kept', () => {
  const { state } = readData(emptyData, latin1('12345678\r\n.\r\n'), 0, {
    bareLf: 'strict',
    maxSize: 9,
  })
  expect(state).toMatchObject({ size: 10, content: { length: 0 } })
})

test('a message of a hundred thousand lines is read at once', () => {
  const big = latin1('..\r\n'.repeat(100_000))
  let state = emptyData
  for (let from = 0; from < big.length;) {
    const read = readData(state, big, from, { bareLf: 'strict', maxSize: 0 })
    state = read.state
    from = read.next
  }
  expect(ropeBytes(state.content).length).toBe(300_000)
})

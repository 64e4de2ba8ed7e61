import { expect, test } from 'vitest'
import { Dice } from './dice.ts'
import { slipsOf } from './slips.ts'

test.each(['RCPT', 'alice', '192.0.2.10', 'aa', '.'])(
  'slips on %s are never the word itself',
  (word) => {
    for (let seed = 0; seed < 50; seed++)
      for (const { text } of slipsOf(word, new Dice(seed)))
        expect(text.toLowerCase()).not.toBe(word.toLowerCase())
  },
)

test('a slip is one character off, missing, doubled, or two transposed', () => {
  const slips = slipsOf('MAIL', new Dice(3))
  const by = Object.fromEntries(slips.map(({ kind, text }) => [kind, text]))
  expect(Object.keys(by).toSorted()).toEqual(['doubled', 'dropped', 'replaced', 'transposed'])
  expect(by['dropped']).toHaveLength(3)
  expect(by['doubled']).toHaveLength(5)
  expect([...by['transposed']!].toSorted().join('')).toBe('AILM')
  expect(by['replaced']).toMatch(/^[A-Z]{4}$/)
})

test('the same seed slips in the same way', () =>
  expect(slipsOf('example.org', new Dice(7))).toEqual(slipsOf('example.org', new Dice(7))))

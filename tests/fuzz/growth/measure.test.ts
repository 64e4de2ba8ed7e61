import { expect, test } from 'vitest'
import { fill } from './measure.ts'
import { growing } from './list.ts'

test('a text is filled with what is repeated, and with what differs each time', () => {
  expect(fill('ab', 5)).toBe('ababab')
  expect(fill((at) => `${at},`, 5)).toBe('0,1,2,')
})

const cases = growing.flatMap(({ name, read, units, around = ['', ''] }) =>
  units.map((unit) => ({ name, read, unit, around })),
)

test.each(cases)('$name reads $unit', ({ read, unit, around }) => {
  expect(() => read(around[0] + fill(unit, 500) + around[1])).not.toThrow()
})

import { expect, test } from 'vitest'
import { firstBelow, firstByName, namesAbove, nearestAbove } from './kinship.ts'

const self = (name: string): string => name

test.each([
  ['a.b.example', ['b.example', 'example']],
  ['example', []],
  ['', []],
])('above %j stand %j', (name, above) => expect(namesAbove(name)).toEqual(above))

test('the first below a name is found, at any depth and never itself', () => {
  const first = firstBelow(['a.b.example', 'c.b.example', 'd.example', 'other'], self)
  expect([...first]).toEqual([
    ['b.example', 'a.b.example'],
    ['example', 'a.b.example'],
  ])
})

test('the nearest above a name is found', () => {
  const items = firstByName(['example', 'b.example', 'c.example'], self)
  expect(nearestAbove('x.a.b.example', items)).toBe('b.example')
  expect(nearestAbove('b.example', items)).toBe('example')
  expect(nearestAbove('example', items)).toBeUndefined()
})

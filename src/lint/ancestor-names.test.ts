import { expect, test } from 'vitest'
import { firstDescendants, firstByName, ancestorsOf, nearestAncestor } from './ancestor-names.ts'

const self = (name: string): string => name

test.each([
  ['a.b.example', ['b.example', 'example']],
  ['example', []],
  ['', []],
])('above %j stand %j', (name, above) => expect(ancestorsOf(name)).toEqual(above))

test('the first below a name is found, at any depth and never itself', () => {
  const first = firstDescendants(['a.b.example', 'c.b.example', 'd.example', 'other'], self)
  expect([...first]).toEqual([
    ['b.example', 'a.b.example'],
    ['example', 'a.b.example'],
  ])
})

test('the nearest above a name is found', () => {
  const items = firstByName(['example', 'b.example', 'c.example'], self)
  expect(nearestAncestor('x.a.b.example', items)).toBe('b.example')
  expect(nearestAncestor('b.example', items)).toBe('example')
  expect(nearestAncestor('example', items)).toBeUndefined()
})

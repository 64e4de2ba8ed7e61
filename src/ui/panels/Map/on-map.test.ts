import { expect, test } from 'vitest'
import type { MapHost, MapLink } from '../../../lab/types.ts'
import { lineOf, middleOf } from './on-map.ts'

const host = (name: string, x: number, y: number) => ({ name, x, y }) as MapHost
const link = (from: string, to: string) => ({ from, to }) as MapLink
const hosts = [host('a', 10, 50), host('b', 90, 50), host('c', 90, 90)]

test('a line leads from one host to the other', () => {
  expect(lineOf(link('a', 'b'), hosts)).toBe('M 10 50 Q 50 50 90 50')
  expect(middleOf(link('a', 'b'), hosts)).toEqual({ x: 50, y: 50 })
})

test('within a column it is bowed, so that it is seen', () =>
  expect(lineOf(link('b', 'c'), hosts)).toBe('M 90 50 Q 78 70 90 90'))

test('a host that is not there has no line', () =>
  expect(lineOf(link('a', 'x'), hosts)).toBeUndefined())

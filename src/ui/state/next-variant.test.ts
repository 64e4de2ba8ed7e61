import { expect, test } from 'vitest'
import type { Lesson } from '../../lab/types.ts'
import { nextVariant } from './next-variant.ts'
import { lesson as plain } from './testing/fake-host.ts'

const own = ['a', 'b'].map((id) => ({ id, swap: {} }))
const cast: Lesson = { ...plain, variants: own }
const { cast: _, ...open } = cast
const keeps = { keeps: ['people', 'domains', 'networks'], why: 'It is about names.' } as const

test.each<[string, Lesson, string | undefined, readonly string[], string | undefined]>([
  ['the first of its own', open, undefined, [], 'a'],
  ['one of its own that was not seen', open, 'a', ['a'], 'b'],
  ['also where another is played', open, 'b', ['b'], 'a'],
  ['then one from a seed', open, 'b', ['a', 'b'], 'seed-1'],
  ['and each time another', open, 'seed-1', ['a', 'b', 'seed-1'], 'seed-2'],
  ['where no seed changes it, its own again', { ...open, cast: keeps }, 'b', ['a', 'b'], 'a'],
  ['or none', { ...open, variants: [], cast: keeps }, undefined, [], undefined],
])('%s', (_, lesson, current, seen, next) => expect(nextVariant(lesson, current, seen)).toBe(next))

import { expect, test } from 'vitest'
import type { Lesson } from '../../lessons/lesson.ts'
import { sampleLesson } from '../../lessons/testing/lesson.ts'
import { lessonVariant } from '../lesson-variant.ts'
import { PROVED_SEEDS, seedOf, seedVariant, variantCount, withSeed } from './cast.ts'
import { domains, people } from './names.ts'

const lesson: Lesson = {
  ...sampleLesson,
  slug: 'sample',
  notes:
    'Alice’s alice@example.org, Bob, bobby, 192.0.2.25, 25.2.0.192.in-addr.arpa, mx.example.net',
  variants: [{ id: 'other', swap: { Bob: 'Otto', bob: 'otto', '192.0.2.25': '192.0.2.125' } }],
}
const notesOf = (seed: number): string =>
  lessonVariant(withSeed(lesson, `seed-${seed}`), `seed-${seed}`).notes

test.each([
  ['seed-7', 7],
  ['seed-0', undefined],
  ['seed-07', undefined],
  ['seed-1000000', undefined],
  ['seed-7x', undefined],
  ['other', undefined],
])('%s is the seed %o', (id, seed) => expect(seedOf(id)).toBe(seed))

test('a seed names the same cast each time', () =>
  expect(seedVariant(lesson, 7)).toEqual(seedVariant(lesson, 7)))

test.each([1, 2, 3, 20, 999_999])(
  'names, domains and networks of seed %i are other ones',
  (seed) => {
    const notes = notesOf(seed)
    expect(notes).not.toMatch(/Alice|alice|\bBob\b|example\.(org|net)|192\.0\.2\./)
    expect(notes).toMatch(/^(\p{L}+)’s \p{Ll}+@\w+\.example, \p{L}+, bobby, /u)
    expect(notes.split('’')[0]!.toLowerCase()).toBe(/’s (\w+)@/.exec(notes)?.[1])
  },
)

test('the reverse tree goes with its network', () => {
  const [, ip = ''] = /([\d.]+), [\d.]+in-addr/.exec(notesOf(4)) ?? []
  expect(notesOf(4)).toContain(`${ip.split('.').toReversed().join('.')}.in-addr.arpa`)
})

test('a seed takes the lesson and its variants in turn', () => {
  expect(notesOf(2)).toMatch(/\.25, 25\./)
  expect(notesOf(1)).toMatch(/\.125, 25\./)
})

test('seeds that follow each other share no name', () => {
  const castOf = (seed: number): string[] => {
    const { swap } = seedVariant(lesson, seed)!
    return ['Alice', 'Carol', 'Zoe', 'Mina', 'Eve', 'Dario', 'example.org', 'example.net'].map(
      (word) => swap[word]!,
    )
  }
  for (let seed = 1; seed < 20; seed++)
    expect(castOf(seed).filter((word) => castOf(seed + 1).includes(word))).toEqual([])
})

test('two names never become one', () => {
  const others = Object.values(seedVariant({ ...lesson, variants: [] }, 4)!.swap)
  expect(new Set(others).size).toBe(others.length)
})

test('prose changes no cast', () =>
  expect(seedVariant({ ...lesson, notes: 'Zoe and Mina' }, 5)).toEqual(seedVariant(lesson, 5)))

test('a lesson keeps what it says', () => {
  const keeps = { ...lesson, cast: { keeps: ['people', 'domains'], why: 'base64' } } as const
  expect(Object.keys(seedVariant(keeps, 2)!.swap)).not.toContain('Alice')
  expect(Object.keys(seedVariant(keeps, 2)!.swap)).toContain('192.0.2')
  const all = {
    ...{ ...lesson, variants: [] },
    cast: { keeps: ['people', 'domains', 'networks'], why: 'base64' },
  } as const
  expect(withSeed(all, 'seed-2')).toBe(all)
})

test.each([undefined, 'other', 'seed-0'])('%o is no seed, and leaves the lesson as it is', (id) =>
  expect(withSeed(lesson, id)).toBe(lesson),
)

test('the pools have no name twice', () => {
  const all = [...people.flat(), ...domains]
  expect(new Set(all).size).toBe(all.length)
})

test('a name has a genitive of its own in German, and is swapped there as well', () => {
  const { swap } = seedVariant({ ...lesson, variants: [] }, 3)!
  expect(swap['Bobs']).toMatch(/^\p{L}+(?:s|’)$/u)
  expect(swap['Bobs']!.startsWith(swap['Bob']!)).toBe(true)
  expect(swap['Ines’']!.startsWith(swap['Ines']!)).toBe(true)
})

test('a lesson has its own variants, and those by seed unless nothing of it may be cast anew', () => {
  const keeps = ['people', 'domains', 'networks'] as const
  expect(variantCount(lesson)).toBe(1 + PROVED_SEEDS)
  expect(variantCount({ ...lesson, cast: { keeps: ['people'], why: '' } })).toBe(1 + PROVED_SEEDS)
  expect(variantCount({ ...lesson, cast: { keeps, why: '' } })).toBe(1)
})

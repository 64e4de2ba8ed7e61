import { expect, test } from 'vitest'
import { sampleLesson } from '../lessons/testing/lesson.ts'
import { lessonVariant, swapIn, swapper } from './lesson-variant.ts'

const swap = swapper({
  id: 'other',
  swap: { bob: 'ben', Bob: 'Ben', 'example.net': 'example.com', 'example.com': 'example.net' },
})

test.each([
  ['bob@example.net', 'ben@example.com'],
  ['mx.example.net and example.com', 'mx.example.com and example.net'],
  ['bobby, kabob and bob-2', 'bobby, kabob and bob-2'],
  ['Bob’s', 'Ben’s'],
  ['examplexnet', 'examplexnet'],
])('%s → %s', (text, swapped) => expect(swap(text)).toBe(swapped))

test('texts are swapped in lists and keys too, and nothing else', () =>
  expect(swapIn({ bob: ['bob', 1, null, { at: 'bob' }] }, swap)).toEqual({
    ben: ['ben', 1, null, { at: 'ben' }],
  }))

const lesson = {
  ...sampleLesson,
  variants: [{ id: 'other', swap: { bob: 'ben', sample: 'x', spf: 'y' } }],
}

test('a variant is the lesson with other words, at the same address', () => {
  const { slug, module, variants, world } = lessonVariant(lesson, 'other')
  expect({ slug, module, variants }).toEqual({
    ...{ slug: lesson.slug, module: lesson.module, variants: lesson.variants },
  })
  expect(world.mailboxes[0]!.address).toBe('ben@example.org')
})

test.each([undefined, 'unknown'])('the variant %o is the lesson itself', (id) =>
  expect(lessonVariant(lesson, id)).toBe(lesson),
)

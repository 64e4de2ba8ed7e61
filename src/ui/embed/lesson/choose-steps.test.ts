import { expect, test } from 'vitest'
import type { Lesson } from '../../../lab/types.ts'
import { lessonOf, stepsNamed } from './choose-steps.ts'

const step = (id: string) => ({
  ...{ id, title: id, html: '', after: '', goals: [], ladder: [] },
  card: { id: 'c', kind: 'predict', ask: '?', choices: [], answer: '' },
})
const lesson = { slug: 'a', steps: ['one', 'two', 'three'].map(step) } as unknown as Lesson

test.each([
  ['1', ['one']],
  ['2-3', ['two', 'three']],
  ['three, 1', ['one', 'three']],
  ['two', ['two']],
  ['0', undefined],
  ['4', undefined],
  ['2-9', undefined],
  ['four', undefined],
  ['', undefined],
])('%j names %j', (value, steps) => expect(stepsNamed(lesson, value)).toEqual(steps))

test('a lesson may have some of its steps, and no predictions', () => {
  const some = lessonOf(lesson, { only: ['two'], predicts: false })
  expect(some.steps.map(({ id, card }) => [id, card])).toEqual([['two', undefined]])
  const all = lessonOf(lesson, { only: undefined, predicts: true })
  expect(all.steps).toHaveLength(3)
  expect(all.steps[0]!.card).toBeDefined()
})

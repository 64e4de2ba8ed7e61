import { expect, test } from 'vitest'
import { commonMistakes } from './common-mistakes.ts'
import { countDots, isDone, metIn } from './dots.ts'
import type { Mistake, StudentRow } from './protocol.ts'
import { stuckOf } from './stuck.ts'

const row = (student: number, change: Partial<StudentRow> = {}): StudentRow => ({
  ...{ student, name: '', isHere: true, mode: 'class', place: { slug: 'mx' }, dots: ['10'] },
  ...{ made: 0, mistakes: [], progressAt: 0, madeThen: 0 },
  ...change,
})
const made = (cause: string, typed: string, times = 1): Mistake => ({
  ...{ kind: 'hint', cause, typed, answered: `about ${cause}`, times },
})
const MINUTE = 60_000

test.each([
  [['1', '11'], 3, 3, true],
  [['1', '01'], 2, 3, false],
  [['', '1'], 1, 1, true],
  [[], 0, 0, false],
])('of the dots %j %i of %i are met', (dots, met, all, done) =>
  expect([metIn(dots), countDots(dots), isDone(dots)]).toEqual([met, all, done]),
)

test.each([
  ['no goal for long, and mistakes', {}, true],
  ['mistakes that are before the last goal', { madeThen: 4 }, false],
  ['one mistake alone', { madeThen: 3 }, false],
  ['a goal a minute ago', { progressAt: 4 * MINUTE }, false],
  ['all is done', { dots: ['11'] }, false],
  ['gone', { isHere: false }, false],
])('%s: stuck is %s', (_, change, isStuck) => {
  const found = stuckOf(row(1, { made: 4, ...change }), 5 * MINUTE, 3)
  expect(found !== undefined).toBe(isStuck)
})

test('the board says since when, and what was last', () => {
  const mistakes = [made('a', 'one'), made('b', 'two')]
  expect(stuckOf(row(1, { made: 3, madeThen: 1, mistakes }), 5 * MINUTE + 1, 3)).toEqual({
    ...{ minutes: 5, mistakes: 2, last: mistakes[1] },
  })
})

test('mistakes are counted by their cause, with what was typed most', () =>
  expect(
    commonMistakes([
      row(1, { mistakes: [made('colon', 'MAIL FROM <a>', 2), made('verb', 'HELLO')] }),
      row(2, { mistakes: [made('verb', 'HELLO ')] }),
      row(3, { mistakes: [made('verb', 'helo?')] }),
      row(4, { place: { slug: 'other' }, mistakes: [made('verb', 'x')] }),
    ]),
  ).toEqual([
    {
      ...{ slug: 'mx', kind: 'hint', cause: 'verb', students: 3, times: 3 },
      answered: 'about verb',
      examples: [
        { typed: 'HELLO', students: 2 },
        { typed: 'helo?', students: 1 },
      ],
    },
    expect.objectContaining({ cause: 'colon', students: 1, times: 2 }),
    expect.objectContaining({ slug: 'other', cause: 'verb' }),
  ]))

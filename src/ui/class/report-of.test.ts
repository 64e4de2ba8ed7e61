import { expect, test } from 'vitest'
import type { Lesson, Progress } from '../../lab/types.ts'
import { dotsOf } from './report-of.ts'

const goal = (id: string) => ({ id, text: id })
const lesson = {
  steps: [
    { id: 'one', goals: [goal('passes')] },
    { id: 'two', goals: [goal('fails'), goal('clean')], card: { id: 'why' } },
  ],
} as unknown as Pick<Lesson, 'steps'>

/** Each step as its goals stand, `1` for met; `done` for a step that is; `settled` for its card. */
const progress = (...said: readonly string[]) =>
  ({
    steps: lesson.steps.map(({ id, goals }, at) => ({
      id,
      done: said[at]!.includes('done'),
      goals: goals.map((goal, index) => ({ goal, status: { met: said[at]![index] === '1' } })),
      ...(at === 1 && { card: { state: said[at]!.includes('settled') ? 'settled' : 'open' } }),
    })),
  }) as unknown as Progress

test.each([
  ['nothing is known yet', undefined, undefined, ['0', '000']],
  ['a goal is met', progress('1', '00'), ['0', '00'], ['1', '000']],
  ['so is one of a later step', progress('0', '10'), ['0', '01'], ['0', '100']],
  ['what held from the first does not count', progress('1', '01'), ['0', '01'], ['1', '000']],
  ['until its step is done', progress('1 done', '11 done'), ['0', '01'], ['1', '111']],
  ['where the start is not known, all that is met counts', progress('0', '01'), [], ['0', '010']],
  ['what was done once stays met', progress('0 done', '00'), ['0', '01'], ['1', '000']],
  ['a settled card was answered', progress('0', '01 settled'), ['0', '01'], ['0', '001']],
] as const)('%s', (_, found, given, dots) => expect(dotsOf(lesson, found, given)).toEqual(dots))

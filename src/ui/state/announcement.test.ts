import { expect, test } from 'vitest'
import type { Progress } from '../../lab/types.ts'
import { announcementOf } from './announcement.ts'

/** A step for each list of goals; `done` where all of them are met. */
const progress = (...steps: readonly (readonly boolean[])[]): Progress => ({
  steps: steps.map((marks, step) => ({
    id: `s${step}`,
    done: marks.every(Boolean),
    goals: marks.map((met, index) => ({
      goal: { id: `g${step}${index}`, text: `Do \`${step}${index}\``, when: { kind: 'x' } },
      status: met ? { met } : { met, reason: 'not yet' },
    })),
  })),
  done: steps.flat().every(Boolean),
  hint: undefined,
  fresh: false,
})

test.each([
  ['what was met before the page opened is not announced', undefined, progress([true]), undefined],
  ['nothing changed', progress([true, false]), progress([true, false]), undefined],
  ['a goal is met', progress([false, false]), progress([true, false]), 'Met: Do 00.'],
  [
    'one is met and one lost',
    progress([true, false, false]),
    progress([false, true, false]),
    'Met: Do 01. No longer met: Do 00.',
  ],
  [
    'the last of a step is met',
    progress([true, false], [false]),
    progress([true, true], [false]),
    'Met: Do 01. 1 of 2 steps done.',
  ],
  [
    'a goal of a step to come is met',
    progress([false], [false, false]),
    progress([false], [true, false]),
    undefined,
  ],
  [
    'the last of all is met',
    progress([true], [false]),
    progress([true], [true]),
    'Every step is done. The lesson is done.',
  ],
])('%s', (_, before, now, text) => expect(announcementOf(before, now, 's0')).toBe(text))

import type { Progress } from '../../lab/types.ts'
import { expect, test } from 'vitest'
import { announcementOf } from './announcement.ts'

const progress = (...marks: readonly boolean[]): Progress => ({
  goals: marks.map((met, index) => ({
    goal: { id: `g${index}`, text: `Do \`${index}\``, when: { kind: 'x' } },
    status: met ? { met } : { met, reason: 'not yet' },
  })),
  done: marks.every(Boolean),
  hint: undefined,
})

test.each([
  [
    'what was met before the page opened is not announced',
    undefined,
    progress(true, false),
    undefined,
  ],
  ['nothing changed', progress(true, false), progress(true, false), undefined],
  ['a goal is met', progress(false, false), progress(true, false), 'Met: Do 0. 1 of 2 goals.'],
  [
    'one is met and one lost',
    progress(true, false, false),
    progress(false, true, false),
    'Met: Do 1. No longer met: Do 0. 1 of 3 goals.',
  ],
  [
    'the last is met',
    progress(true, false),
    progress(true, true),
    'All goals are met. The lesson is done.',
  ],
])('%s', (_, before, now, text) => expect(announcementOf(before, now)).toBe(text))

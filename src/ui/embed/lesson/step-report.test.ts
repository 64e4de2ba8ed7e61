import { expect, test } from 'vitest'
import type { Step, StepProgress } from '../../../lab/types.ts'
import { stepReport } from './step-report.ts'

const step = (kind?: string) =>
  ({ id: 'a', ladder: ['x', 'y'], ...(kind && { card: { id: 'c', kind } }) }) as unknown as Step
const progress = (more: object) =>
  ({
    ...{ id: 'a', done: false },
    goals: [
      { goal: { id: 'one' }, status: { met: true } },
      { goal: { id: 'two' }, status: { met: false } },
    ],
    ...more,
  }) as unknown as StepProgress

test.each([
  ['before a judgement', step(), undefined, {}, { done: false, met: [], shown: false }],
  ['with a goal met', step(), progress({}), { a: 1 }, { met: ['one'], shown: false }],
  ['done', step(), progress({ done: true }), { a: 2 }, { met: ['one', 'two'], shown: true }],
] as const)('a step %s', (_, given, stands, hints, expected) =>
  expect(stepReport(given, stands, hints)).toMatchObject({ id: 'a', ...expected }),
)

test.each([
  ['open', 'pick', { state: 'open', tries: [] }, { settled: false }],
  [
    'wrong at first',
    'pick',
    {
      state: 'settled',
      tries: [
        { answer: ['x'], right: false },
        { answer: ['y'], right: true },
      ],
    },
    { settled: true, first: ['x'], right: false },
  ],
  [
    'foretold, and not seen yet',
    'predict',
    { state: 'committed', tries: [{ answer: ['x'] }] },
    { settled: false, first: ['x'] },
  ],
  [
    'foretold, and so',
    'predict',
    { state: 'settled', tries: [{ answer: ['x'] }], right: ['x'] },
    { settled: true, first: ['x'], right: true },
  ],
  [
    'foretold, and otherwise',
    'grid',
    { state: 'settled', tries: [{ answer: ['x'] }], right: ['y'] },
    { settled: true, first: ['x'], right: false },
  ],
])('a question that is %s', (_, kind, card, question) =>
  expect(stepReport(step(kind), progress({ card }), {}).question).toEqual(question),
)

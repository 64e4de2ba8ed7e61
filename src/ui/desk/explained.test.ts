import { expect, test } from 'vitest'
import type { Card, Step, StepProgress } from '../../lab/types.ts'
import { isExplained } from './explained.ts'

const goal = { id: 'g', text: 'Do it.', when: { kind: 'x' } }
const step = (card?: Partial<Card>): Step =>
  ({
    ...{ id: 's', title: 'S', html: '', after: 'Because.', ladder: [], goals: [goal] },
    ...(card && { card }),
  }) as Step
const at = (met: boolean, card?: Partial<StepProgress['card']>, done = false): StepProgress =>
  ({
    ...{ id: 's', done },
    goals: [{ goal, status: met ? { met } : { met, reason: '' } }],
    ...(card && { card: { id: 'c', tries: [], ...card } }),
  }) as StepProgress
const tries = [{ answer: ['a'], because: '' }]

test.each<[string, Step, StepProgress | undefined, boolean]>([
  ['nothing is judged yet', step(), undefined, false],
  ['no goal is met', step(), at(false), false],
  ['one goal is met, another may be open', step(), at(true), false],
  [
    'a goal was met on the way here, and the guess is to come',
    step({ kind: 'predict' }),
    at(true, { state: 'open' }),
    false,
  ],
  ['the guess waits', step({ kind: 'predict' }), at(true, { state: 'committed', tries }), false],
  ['the guess came out', step({ kind: 'predict' }), at(false, { state: 'settled', tries }), true],
  ['no line was picked', step({ kind: 'pick' }), at(true, { state: 'open' }), false],
  ['a wrong line was picked', step({ kind: 'pick' }), at(true, { state: 'open', tries }), false],
  ['the line is found', step({ kind: 'pick' }), at(false, { state: 'settled', tries }), true],
  ['the line was picked', step({ kind: 'pick' }), at(true, { state: 'settled', tries }), true],
  ['an order is tried', step({ kind: 'order' }), at(true, { state: 'open', tries }), false],
  ['the step is done', step({ kind: 'predict' }), at(true, undefined, true), true],
])('%s', (_, one, progress, said) => expect(isExplained(one, progress)).toBe(said))

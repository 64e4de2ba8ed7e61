import { describe, expect, test } from 'vitest'
import type { Step, StepProgress } from '../../lab/types.ts'
import { isAboutStep, isOnPurpose, nextLine, REST, restAfter } from './coach-line.ts'

const goal = (id: string) => ({ id, text: `Do ${id}.`, when: { kind: 'x' } })

const step: Step = {
  ...{ id: 's', title: 'S', html: '', after: '', ladder: [] },
  goals: [goal('one'), goal('two')],
}

const predict: Step = {
  ...step,
  card: {
    ...{ kind: 'predict', id: 'c', ask: 'What comes?', right: 'a' },
    choices: [{ id: 'a', text: 'A', because: '' }],
  },
}

const order: Step = {
  ...step,
  card: {
    ...{ kind: 'order', id: 'c', ask: 'In which order?', right: ['a'], because: '' },
    items: [{ id: 'a', text: 'A', because: '' }],
  },
}

const after = (met: readonly boolean[], done = false): StepProgress => ({
  ...{ id: 's', done },
  goals: step.goals.map((one, at) => ({
    goal: one,
    status: met[at] ? { met: true } : { met: false, reason: 'Not so.' },
  })),
})

describe('the coach says', () => {
  test.each([
    ['the first goal before anything is judged', step, undefined, 'next', 'Do one.'],
    ['the first goal that is open', step, after([true, false]), 'next', 'Do two.'],
    [
      'the question first, where there is one to commit to',
      predict,
      { ...after([false, false]), card: { id: 'c', state: 'open', tries: [] } },
      'next',
      'What comes?',
    ],
    [
      'the goal, once that is committed',
      predict,
      { ...after([false, false]), card: { id: 'c', state: 'committed', tries: [] } },
      'next',
      'Do one.',
    ],
    [
      'the goal before a question about what was done',
      order,
      { ...after([true, false]), card: { id: 'c', state: 'open', tries: [] } },
      'next',
      'Do two.',
    ],
    [
      'that question, once the goals are met',
      order,
      { ...after([true, true]), card: { id: 'c', state: 'open', tries: [] } },
      'next',
      'In which order?',
    ],
    [
      'to do it, where the goals were met before',
      predict,
      { ...after([true, true]), card: { id: 'c', state: 'committed', tries: [] } },
      'next',
      /Now do it/,
    ],
    ['that the step is done', step, after([true, true], true), 'know', /done/],
    ['what of a step no longer holds', step, after([true, false], true), 'look', /holds. Not so/],
  ] as const)('%s', (_, at, progress, tone, text) => {
    const line = nextLine(at, progress as StepProgress | undefined, false)
    expect(line).toMatchObject({
      tone,
      text: text instanceof RegExp ? expect.stringMatching(text) : text,
    })
  })

  test('well done at the end', () =>
    expect(nextLine(step, after([true, true], true), true)?.tone).toBe('done'))

  test('nothing where there are no steps', () =>
    expect(nextLine(undefined, undefined, true)).toBeUndefined())
})

test.each([
  ['an edit', { kind: 'edit', zone: 'z', text: '@ TXT' }, REST],
  ['Enter', { kind: 'type', data: 'MAIL\r' }, 0],
  ['a space', { kind: 'type', data: 'MAIL ' }, REST],
  ['a letter: the word may go on', { kind: 'type', data: 'MAI' }, Infinity],
  ['a letter that is none of ours', { kind: 'type', data: 'né' }, Infinity],
  ['a bracket', { kind: 'type', data: 'MAIL FROM:<' }, REST],
] as const)('after %s a hint rests', (_, input, wait) => expect(restAfter(input)).toBe(wait))

test.each<[string, string[] | undefined, boolean, boolean?]>([
  ['of no step in particular', undefined, true],
  ['of this step', ['s'], true],
  ['of several steps, this one among them', ['s', 't'], true],
  ['of other steps', ['t', 'u'], false],
  ['of other steps, where this one is done', ['t', 'u'], true, true],
  ['of another step alone', ['t'], false],
  ['of another step alone, where this one is done', ['t'], false, true],
])('a hint %s', (_, during, speaks, isDone = false) => {
  const hint = { id: 'h', text: '', when: { kind: 'x' }, answers: [], ...(during && { during }) }
  expect(isAboutStep(hint, step, after([], isDone))).toBe(speaks)
})

test.each<[string, string[] | undefined, boolean | undefined, boolean]>([
  ['of another step, of a line that was said again', ['t'], true, true],
  ['of another step, of a new line', ['t'], undefined, false],
  ['of this step, of a line that was said again', ['s', 't'], true, false],
  ['of no step in particular', undefined, true, false],
])('a hint %s: whether the line was on purpose', (_, during, again, isMeant) => {
  const hint = { id: 'h', text: '', when: { kind: 'x' }, answers: [], ...(during && { during }) }
  expect(isOnPurpose(hint, again, 's')).toBe(isMeant)
})

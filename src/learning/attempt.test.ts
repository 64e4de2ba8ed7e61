import { describe, expect, test } from 'vitest'
import type { StepReport } from '../embed/protocol.ts'
import { addReport, nothingAttempted, openStep, playedAnew, type Attempt } from './attempt.ts'
import { outcomeOf } from './outcome.ts'
import { outlineOf, type LessonOutline } from './outline.ts'

const outline: LessonOutline = outlineOf({
  ...{ slug: 'two-steps', title: 'Two steps' },
  steps: [
    { id: 'say', title: 'Say', goals: [{ id: 'hello' }, { id: 'bye' }] },
    {
      ...{ id: 'guess', title: 'Guess', goals: [{ id: 'sent' }] },
      card: { kind: 'predict', ask: 'What comes?', choices: [{ id: 'a' }, { id: 'b' }] },
    },
  ],
})

const report = (id: string, more: Partial<StepReport> = {}): StepReport => ({
  ...{ id, done: false, met: [], shown: false, ...more },
})
const after = (...reports: readonly StepReport[]): Attempt =>
  reports.reduce((attempt, one) => addReport(outline, attempt, one).attempt, nothingAttempted)
const isDone = { done: true, met: ['hello', 'bye'] }
const settled = { settled: true, first: ['a'], right: true }

describe('an attempt', () => {
  test('grows, and never shrinks', () => {
    const attempt = after(report('say', { met: ['hello'] }), report('say', isDone), report('say'))
    expect(attempt.steps['say']).toMatchObject({ done: true, own: true, met: ['hello', 'bye'] })
    expect(openStep(outline, attempt)?.id).toBe('guess')
  })

  test('knows no steps and goals but those of its lesson', () => {
    expect(addReport(outline, nothingAttempted, report('evil', isDone)).isMore).toBe(false)
    expect(after(report('say', { met: ['evil', 'bye'] })).steps['say']!.met).toEqual(['bye'])
    expect(addReport(outline, nothingAttempted, report('__proto__')).isMore).toBe(false)
  })

  test('says what it has already only once', () => {
    const first = addReport(outline, nothingAttempted, report('say', isDone))
    expect(first).toMatchObject({ isMore: true, done: { id: 'say' } })
    expect(addReport(outline, first.attempt, report('say', isDone)).isMore).toBe(false)
  })

  test('has the first answer of a question, once it is known whether it is right', () => {
    const open = report('guess', { question: { settled: false, first: ['b'] } })
    const given = addReport(outline, nothingAttempted, open)
    expect(given.answer).toBeUndefined()
    const known = report('guess', { question: { settled: true, first: ['b'], right: false } })
    const added = addReport(outline, given.attempt, known)
    expect(added.answer).toMatchObject({ answer: ['b'], right: false, step: { id: 'guess' } })
    expect(addReport(outline, added.attempt, { ...known, done: true }).answer).toBeUndefined()
  })
})

describe('what is done on one’s own', () => {
  test.each<[string, readonly StepReport[], boolean]>([
    ['without a hint', [report('say', isDone)], true],
    ['with the last one', [report('say', { shown: true }), report('say', isDone)], false],
    ['with the last one at once', [report('say', { ...isDone, shown: true })], false],
    [
      'with the last one, and its hints forgotten since',
      [report('say', { ...isDone, shown: true }), report('say', isDone)],
      false,
    ],
    ['the hint after it', [report('say', isDone), report('say', { ...isDone, shown: true })], true],
  ])('%s', (_, reports, own) => expect(after(...reports).steps['say']!.own).toBe(own))

  test('a step that was shown may be done once more, in a play from the beginning', () => {
    const shown = after(report('say', { shown: true }), report('say', { ...isDone, shown: true }))
    const again = addReport(outline, playedAnew(shown), report('say', isDone)).attempt
    expect(again.steps['say']!.own).toBe(true)
    const helped = addReport(outline, playedAnew(shown), report('say', { shown: true })).attempt
    expect(addReport(outline, helped, report('say', isDone)).attempt.steps['say']!.own).toBe(false)
  })
})

describe('an outcome', () => {
  test.each<[string, readonly StepReport[], object]>([
    ['nothing', [], { done: 0, parts: 4, progress: 0, score: 0, isComplete: false }],
    ['a goal', [report('say', { met: ['bye'] })], { done: 1, progress: 0.25, score: 0.25 }],
    ['a question', [report('guess', { question: settled })], { done: 1, own: 1 }],
    [
      'a step with its last hint',
      [report('say', { ...isDone, shown: true })],
      { done: 2, own: 0, progress: 0.5, score: 0, success: 'unknown' },
    ],
    [
      'all',
      [report('say', isDone), report('guess', { done: true, met: ['sent'], question: settled })],
      { done: 4, own: 4, progress: 1, score: 1, isComplete: true, success: 'passed' },
    ],
    [
      'all, half of it with help',
      [report('say', { ...isDone, shown: true }), report('guess', { done: true })],
      { score: 0.5, progress: 1, success: 'failed' },
    ],
  ])('of %s', (_, reports, expected) =>
    expect(outcomeOf(outline, after(...reports), 0.8)).toMatchObject(expected),
  )

  test('who has done all has passed, where no score is asked for', () => {
    const all = after(report('say', { ...isDone, shown: true }), report('guess', { done: true }))
    expect(outcomeOf(outline, all).success).toBe('passed')
    expect(outcomeOf({ ...outline, steps: [] }, nothingAttempted).isComplete).toBe(false)
  })

  test('a step with neither goals nor a question is one part', () =>
    expect(
      outcomeOf(
        { ...outline, steps: [{ id: 'read', title: 'Read', goals: [] }] },
        {
          steps: { read: { ...after(report('say', isDone)).steps['say']!, met: [] } },
          sent: [],
        },
      ),
    ).toMatchObject({ done: 1, parts: 1, isComplete: true }))
})

import { describe, expect, test } from 'vitest'
import { answerElements } from './answers.ts'
import type { Outcome } from './outcome.ts'
import { leavingElements, masteryOf, outcomeElements, type ScormVersion } from './scorm.ts'

const half: Outcome = {
  ...{ done: 2, own: 1, parts: 4, progress: 0.5, score: 0.25 },
  ...{ isComplete: false, success: 'unknown' },
}
const all: Outcome = { ...half, done: 4, progress: 1, score: 0.75, isComplete: true }

describe('an outcome as elements', () => {
  test.each<[string, ScormVersion, Outcome, boolean, object]>([
    [
      'half in SCORM 1.2',
      'scorm12',
      half,
      false,
      {
        ...{ 'cmi.core.score.raw': '25', 'cmi.core.score.min': '0', 'cmi.core.score.max': '100' },
        'cmi.core.lesson_status': 'incomplete',
      },
    ],
    [
      'half in SCORM 1.2, where a score is asked for: none is given yet, or the system takes it for failed',
      'scorm12',
      half,
      true,
      { 'cmi.core.lesson_status': 'incomplete' },
    ],
    [
      'all in SCORM 1.2',
      'scorm12',
      { ...all, success: 'passed' },
      false,
      {
        ...{ 'cmi.core.score.raw': '75', 'cmi.core.score.min': '0', 'cmi.core.score.max': '100' },
        'cmi.core.lesson_status': 'completed',
      },
    ],
    [
      'all in SCORM 1.2, and too little of it without help',
      'scorm12',
      { ...all, success: 'failed' },
      true,
      {
        ...{ 'cmi.core.score.raw': '75', 'cmi.core.score.min': '0', 'cmi.core.score.max': '100' },
        'cmi.core.lesson_status': 'failed',
      },
    ],
    [
      'half in SCORM 2004',
      'scorm2004',
      half,
      true,
      {
        ...{ 'cmi.progress_measure': '0.5', 'cmi.completion_status': 'incomplete' },
        ...{ 'cmi.score.scaled': '0.25', 'cmi.score.raw': '25' },
        ...{ 'cmi.score.min': '0', 'cmi.score.max': '100' },
      },
    ],
    [
      'all in SCORM 2004',
      'scorm2004',
      { ...all, success: 'passed' },
      false,
      {
        ...{ 'cmi.progress_measure': '1', 'cmi.completion_status': 'completed' },
        ...{ 'cmi.score.scaled': '0.75', 'cmi.score.raw': '75' },
        ...{ 'cmi.score.min': '0', 'cmi.score.max': '100', 'cmi.success_status': 'passed' },
      },
    ],
  ])('%s', (_, version, outcome, hasMastery, expected) =>
    expect(Object.fromEntries(outcomeElements(version, outcome, hasMastery))).toEqual(expected),
  )

  test('who leaves comes back', () => {
    expect(leavingElements('scorm12', 90_000)).toEqual([
      ['cmi.core.session_time', '0000:01:30.00'],
      ['cmi.core.exit', 'suspend'],
    ])
    expect(leavingElements('scorm2004', 90_000)).toEqual([
      ['cmi.session_time', 'PT1M30S'],
      ['cmi.exit', 'suspend'],
    ])
  })
})

test.each<[ScormVersion, string, number | undefined]>([
  ['scorm12', '80', 0.8],
  ['scorm12', '', undefined],
  ['scorm12', '101', undefined],
  ['scorm2004', '0.8', 0.8],
  ['scorm2004', '-0.5', undefined],
  ['scorm2004', 'much', undefined],
  ['scorm2004', '1e400', undefined],
])('in %s the score %j is %s', (version, text, score) =>
  expect(masteryOf(version, text)).toBe(score),
)

describe('an answer as elements', () => {
  const now = new Date('2026-06-01T09:10:11.123Z')
  const of = (kind: string, answer: readonly string[], choices: readonly string[] = []) => ({
    ...{ answer, right: false },
    step: {
      id: 'guess',
      title: 'Guess',
      goals: [],
      question: { kind, ask: 'What “comes”?', choices },
    },
  })
  test.each<[string, ReturnType<typeof of>, [string, string], [string, string]]>([
    ['a guess', of('predict', ['b'], ['a', 'b']), ['choice', '1'], ['choice', 'b']],
    [
      'an order',
      of('order', ['b', 'a'], ['a', 'b']),
      ['sequencing', '1,0'],
      ['sequencing', 'b[,]a'],
    ],
    ['a line', of('pick', ['250 Ök\r\n']), ['fill-in', '250 Ök'], ['fill-in', '250 Ök']],
    ['a guess that is none', of('predict', ['x'], ['a']), ['fill-in', 'x'], ['choice', 'x']],
    [
      'a table',
      of('grid', ['a.spf=pass', 'b.spf=fail']),
      ['performance', 'a.spf=pass; b.spf=fail'],
      ['matching', 'a.spf[.]pass[,]b.spf[.]fail'],
    ],
  ])('%s', (_, answer, in12, in2004) => {
    const old = Object.fromEntries(
      answerElements('scorm12', answer, { at: 2, now, language: 'en' }),
    )
    expect(old).toMatchObject({
      ...{ 'cmi.interactions.2.id': 'guess', 'cmi.interactions.2.result': 'wrong' },
      ...{ 'cmi.interactions.2.type': in12[0], 'cmi.interactions.2.student_response': in12[1] },
      'cmi.interactions.2.time': '09:10:11',
    })
    const newer = Object.fromEntries(
      answerElements('scorm2004', answer, { at: 0, now, language: 'de' }),
    )
    expect(newer).toMatchObject({
      ...{ 'cmi.interactions.0.type': in2004[0], 'cmi.interactions.0.result': 'incorrect' },
      'cmi.interactions.0.learner_response': in2004[1],
      'cmi.interactions.0.timestamp': '2026-06-01T09:10:11.12Z',
      'cmi.interactions.0.description': '{lang=de}What “comes”?',
    })
  })

  test('is no longer than there is room for', () => {
    const long = of(
      'mark',
      Array.from({ length: 90 }, (_, at) => `line ${at}`),
    )
    for (const version of ['scorm12', 'scorm2004'] as const)
      for (const [, value] of answerElements(version, long, { at: 0, now, language: 'en' }))
        expect(value.length).toBeLessThanOrEqual(version === 'scorm12' ? 255 : 250)
  })
})

import { expect, test } from 'vitest'
import { checkProgress } from './check.ts'
import { evidence, senderReport } from './testing/evidence.ts'
import { sampleLesson } from './testing/lesson.ts'

const progress = (own: 'pass' | 'neutral', spoofer: 'pass' | 'fail' | 'neutral' | 'none') =>
  checkProgress(
    sampleLesson,
    evidence({
      senders: [
        senderReport('Own', own, 'So it is.'),
        senderReport('Spoofer', spoofer, 'So it is.'),
      ],
    }),
  )

test('every goal stands for itself, with its reason', () =>
  expect(progress('pass', 'none')).toEqual({
    goals: [
      { goal: sampleLesson.goals[0], status: { met: true } },
      {
        goal: sampleLesson.goals[1],
        status: {
          met: false,
          reason: 'Spoofer (203.0.113.66) gets `none` and should fail. So it is.',
        },
      },
    ],
    done: false,
    hint: undefined,
  }))

test.each([
  ['all goals met', progress('pass', 'fail'), true, undefined],
  ['no hint fits', progress('pass', 'none'), false, undefined],
  ['a hint fits', progress('neutral', 'neutral'), false, 'no-end'],
  ['the first of the hints that fit', progress('neutral', 'pass'), false, 'everybody'],
] as const)('%s', (_, { done, hint }, isDone, id) => {
  expect(done).toBe(isDone)
  expect(hint?.id).toBe(id)
})

test('a lesson that is done gives no hint, though its condition holds', () => {
  const never = { ...sampleLesson, goals: [] }
  const seen = evidence({ senders: [senderReport('Spoofer', 'pass', 'So it is.')] })
  expect(checkProgress(never, seen)).toEqual({ goals: [], done: true, hint: undefined })
})

import { expect, test } from 'vitest'
import { sampleLesson } from '../../lessons/testing/lesson.ts'
import { LessonSteps } from './lesson-steps.svelte.ts'

const [step] = sampleLesson.steps
const lesson = {
  ...sampleLesson,
  steps: [
    { ...step!, id: 'calm' },
    { ...step!, id: 'first', show: { mail: 'letter' } },
    { ...step!, id: 'second', show: { mail: 'reply' } },
  ],
}

const stepsOf = () =>
  new LessonSteps({ lesson: () => lesson, progress: () => undefined, save: () => undefined })

test('a step that is opened shows the message that it speaks of', () => {
  const steps = stepsOf()
  steps.stayAt('calm')
  expect(steps.selection).toBeUndefined()
  steps.goTo('first')
  expect(steps.selection).toEqual({ kind: 'mail', id: 'letter', byStep: true })
  steps.goTo('calm')
  expect(steps.selection).toMatchObject({ id: 'letter' })
})

test('what was chosen in a step stays, until another one is opened', () => {
  const steps = stepsOf()
  steps.open({ step: 'first', hints: {} })
  steps.selection = { kind: 'mail', id: 'forgery' }
  steps.stayAt('second')
  steps.goTo('first')
  expect(steps.selection).toEqual({ kind: 'mail', id: 'forgery' })
  steps.goTo('second')
  expect(steps.selection).toMatchObject({ id: 'reply' })
})

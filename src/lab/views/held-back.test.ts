import { expect, test } from 'vitest'
import type { Card } from '../../lessons/cards/card.ts'
import type { Step } from '../../lessons/lesson.ts'
import { heldBackMails, type GuessedAt } from './held-back.ts'

const card: Card = {
  ...{ id: 'where', kind: 'predict', ask: 'Where is it?', right: 'inbox', about: ['reset'] },
  choices: [
    { id: 'inbox', text: 'There', because: 'So.', when: { kind: 'mail', id: 'reset' } },
    { id: 'away', text: 'Away', because: 'No.' },
  ],
}
const step = { ...{ id: 'one', goals: [] }, card } as unknown as Step

const work = (state?: 'open' | 'committed' | 'settled', done = false): GuessedAt => ({
  lesson: { world: { mails: [] } },
  step,
  progressOf: (id) =>
    state && { ...{ id, done, goals: [] }, card: { id: card.id, state, tries: [] } },
})

test('a mail is held back until its end was foretold', () => {
  expect([...heldBackMails(work())]).toEqual(['reset'])
  expect([...heldBackMails(work('open'))]).toEqual(['reset'])
  expect([...heldBackMails(work('committed'))]).toEqual([])
  expect([...heldBackMails(work('settled'))]).toEqual([])
})

test('of a step that is done, or where there is no lesson, nothing is', () => {
  expect([...heldBackMails(work('open', true))]).toEqual([])
  expect([...heldBackMails({ lesson: { world: { mails: [] } } })]).toEqual([])
})

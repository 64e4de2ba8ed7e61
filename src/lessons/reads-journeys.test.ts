import { expect, test } from 'vitest'
import type { Card } from './cards/card.ts'
import type { Condition } from './condition.ts'
import { readsJourneys } from './reads-journeys.ts'

const time: Condition = { kind: 'time', after: '+1 h' }
const mail: Condition = { kind: 'mail', id: 'newsletter' }

/** A lesson of one step. */
const lesson = (parts: { when?: Condition; hint?: Condition; card?: object }) => ({
  steps: [
    {
      ...{ id: 'one', title: 'One', html: '', after: '', ladder: [] },
      goals: [{ id: 'goal', text: 'Do it', when: parts.when ?? time }],
      ...(parts.card && { card: { id: 'card', ask: 'What?', ...parts.card } as unknown as Card }),
    },
  ],
  hints: parts.hint ? [{ id: 'hint', text: 'Look', when: parts.hint, answers: [] }] : [],
})

test.each([
  ['a goal', { when: mail }],
  ['a hint', { hint: { kind: 'signature', mail: 'newsletter', domain: 'example.org' } }],
  ['a condition inside', { when: { kind: 'all', of: [time, { kind: 'not', of: mail }] } }],
  ['a prediction', { card: { kind: 'predict', choices: [{}, { when: mail }] } }],
  ['a sort', { card: { kind: 'sort', items: [{}, { when: mail }] } }],
  ['a cell of a grid', { card: { kind: 'grid', rows: [{ cells: { a: { when: mail } } }] } }],
  ['rows of a mail', { card: { kind: 'pick', from: { kind: 'mail', id: 'newsletter' } } }],
  ['a trace of a mail', { card: { kind: 'pick', from: { kind: 'trace', mail: 'newsletter' } } }],
] as const)('%s looks where mails end', (_, parts) =>
  expect(readsJourneys(lesson(parts))).toBe(true),
)

test.each([
  ['a time', { hint: { kind: 'any', of: [time] } }],
  [
    'a trace of a mailbox',
    { card: { kind: 'mark', from: { kind: 'trace', mailbox: 'a@example.org' } } },
  ],
  ['an order', { card: { kind: 'order', items: [] } }],
] as const)('%s does not', (_, parts) => expect(readsJourneys(lesson(parts))).toBe(false))

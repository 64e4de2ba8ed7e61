import { describe, expect, test } from 'vitest'
import { evidence, talk, type SmtpLine } from '../testing/evidence.ts'
import type { Card, MarkCard, OrderCard, PickCard, PredictCard } from './card.ts'
import { answerCard, cardProgress, lookAtOutcome, type CardLog } from './card-log.ts'

const lines = ['From: a', 'Received: b', 'Received: c']
const base = { id: 'card', ask: 'Which?' }

const pick: PickCard = {
  ...base,
  ...{ kind: 'pick', from: { kind: 'lines', lines }, because: 'Yes.', otherwise: 'No.' },
  right: [{ has: 'received' }],
  wrong: [{ name: 'From: *', because: 'You wrote that.' }],
}

const mark: MarkCard = {
  ...base,
  ...{ kind: 'mark', from: { kind: 'lines', lines }, because: 'All of them.', otherwise: 'No.' },
  right: [{ name: 'Received: *' }],
  wrong: [],
  missing: 'One more.',
}

const MISSING = 'What is there stands in order, but something is missing.'
const item = (id: string) => ({ id, text: id.toUpperCase(), because: `${id} stands wrong.` })
const order: OrderCard = {
  ...base,
  kind: 'order',
  items: ['c', 'x', 'a', 'b', 'd'].map(item),
  ...{ right: ['a', 'b', 'c', 'd'], free: ['b', 'c'], because: 'So it goes.' },
}

const predict: PredictCard = {
  ...base,
  ...{ kind: 'predict', right: 'no' },
  choices: [
    { id: 'yes', text: '250', because: 'It was refused.' },
    { id: 'no', text: '550', because: 'So it was.', when: { kind: 'command', code: 550 } },
  ],
}

const nothing = evidence({})
const refused: SmtpLine = 'RCPT TO:<x@example.org> → 550 no'
const outcome = evidence({ events: talk([refused]) })

const answer = (card: Card, given: readonly string[], log?: CardLog) =>
  answerCard(card, given, nothing, log)

const lastTry = (log: CardLog) => log.tries.at(-1)

describe('one try', () => {
  test.each<[string, Card, string[], boolean, string]>([
    ['the right row', pick, ['l1'], true, 'Yes.'],
    ['a wrong row that is known', pick, ['l0'], false, 'You wrote that.'],
    ['every right row', mark, ['l2', 'l1'], true, 'All of them.'],
    ['a right row left out', mark, ['l1'], false, 'One more.'],
    ['no row at all', mark, [], false, 'One more.'],
    ['a wrong row beside right ones', mark, ['l0', 'l1', 'l2'], false, 'No.'],
    ['the order', order, ['a', 'b', 'c', 'd'], true, 'So it goes.'],
    ['free places changed', order, ['a', 'c', 'b', 'd'], true, 'So it goes.'],
    ['another place changed', order, ['b', 'a', 'c', 'd'], false, 'b stands wrong.'],
    ['one that does not belong', order, ['a', 'b', 'c', 'x', 'd'], false, 'x stands wrong.'],
    ['one too many at the end', order, ['a', 'b', 'c', 'd', 'x'], false, 'x stands wrong.'],
    ['one too few at the end', order, ['a', 'b', 'c'], false, MISSING],
    ['one too few in the middle', order, ['a', 'c', 'd'], false, MISSING],
    ['none at all', order, [], false, MISSING],
    ['too few, and one that does not belong', order, ['a', 'x'], false, 'x stands wrong.'],
    ['too few, and one too early', order, ['d', 'a'], false, 'd stands wrong.'],
  ])('%s', (_, card, given, right, because) =>
    expect(lastTry(answer(card, given))).toMatchObject({ right, because }),
  )

  test.each<[string, Card, string[]]>([
    ['a row that is not there', pick, ['l9']],
    ['marks of rows that are not there', mark, ['l1', 'l9']],
    ['an item that is not there', order, ['a', 'z']],
    ['an item twice', order, ['a', 'a']],
    ['a choice that is not there', predict, ['maybe']],
  ])('%s is no answer', (_, card, given) => expect(answer(card, given).tries).toEqual([]))
})

test('a card is settled by the right answer', () => {
  const log = answer(pick, ['l2'], answer(pick, ['l0']))
  expect(cardProgress(pick, nothing, log)).toMatchObject({ state: 'settled', right: ['l1', 'l2'] })
})

test('two wrong answers give it away, and a third is not taken', () => {
  const two = answer(order, ['b'], answer(order, ['c']))
  expect(cardProgress(order, nothing, two)).toMatchObject({ state: 'settled', right: order.right })
  expect(answer(order, ['a'], two)).toBe(two)
})

describe('a prediction', () => {
  const committed = answer(predict, ['yes'])

  test('says nothing of itself until its outcome is there', () =>
    expect(cardProgress(predict, nothing, committed)).toEqual({
      ...{ id: 'card', state: 'committed', tries: [{ answer: ['yes'], because: '' }] },
    }))

  test('is settled by its outcome, right or wrong', () =>
    expect(cardProgress(predict, outcome, committed)).toMatchObject({
      ...{ state: 'settled', right: ['no'] },
      tries: [{ answer: ['yes'], right: false, because: 'It was refused.' }],
    }))

  test('stays settled when the outcome is gone', () => {
    const log = lookAtOutcome(predict, outcome, committed)
    expect(cardProgress(predict, nothing, log).state).toBe('settled')
  })

  test('is made once, and before its outcome is looked at', () => {
    expect(answer(predict, ['no'], committed)).toBe(committed)
    expect(cardProgress(predict, outcome).state).toBe('open')
  })
})

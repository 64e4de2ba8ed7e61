import { expect, test } from 'vitest'
import { heldOutcome, outcomeOf } from './mail-row.ts'

test.each([
  ['good', 'inbox', 'right', ''],
  ['good', 'junk', 'wrong', 'must arrive'],
  ['good', 'rejected', 'wrong', 'must arrive'],
  ['good', 'undeliverable', 'wrong', 'must arrive'],
  ['good', 'deferred', 'wrong', 'must arrive'],
  ['forged', 'rejected', 'right', 'forged'],
  ['forged', 'junk', 'half', 'forged, not rejected'],
  ['forged', 'inbox', 'wrong', 'forged, delivered'],
  ['stray', 'undeliverable', 'right', ''],
  ['stray', 'junk', 'half', 'not rejected'],
  ['stray', 'inbox', 'wrong', 'delivered'],
] as const)('a %s mail that ends in %s is %s: %s', (intent, end, kind, remark) =>
  expect(outcomeOf(intent, end)).toMatchObject({ kind, remark }),
)

test('of a mail that is held back nothing shows where it ended', () => {
  expect(heldOutcome('good')).toEqual({
    ...{ kind: 'held', tone: 'plain', remark: '', wish: 'must arrive' },
  })
  expect(heldOutcome('forged').remark).toBe('forged')
  expect(heldOutcome('stray')).toMatchObject({ remark: '', wish: 'must not arrive' })
})

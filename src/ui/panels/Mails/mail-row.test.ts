import { expect, test } from 'vitest'
import { outcomeOf } from './mail-row.ts'

test.each([
  ['good', 'inbox', 'right', ''],
  ['good', 'junk', 'wrong', 'must arrive'],
  ['good', 'rejected', 'wrong', 'must arrive'],
  ['good', 'undeliverable', 'wrong', 'must arrive'],
  ['forged', 'rejected', 'right', 'forged'],
  ['forged', 'junk', 'half', 'forged, not rejected'],
  ['forged', 'inbox', 'wrong', 'forged, delivered'],
  ['stray', 'undeliverable', 'right', ''],
  ['stray', 'junk', 'half', 'not rejected'],
  ['stray', 'inbox', 'wrong', 'delivered'],
] as const)('a %s mail that ends in %s is %s: %s', (intent, end, kind, remark) =>
  expect(outcomeOf(intent, end)).toMatchObject({ kind, remark }),
)

import { expect, test } from 'vitest'
import { evidence, senderReport } from '../testing/evidence.ts'
import type { Condition } from '../lesson.ts'
import { judge } from './index.ts'

const seen = evidence({
  senders: [
    senderReport('Own', 'pass', 'It matches.'),
    senderReport('Shop', 'fail', 'It does not.'),
  ],
})

const own: Condition = { kind: 'sender', id: 'own', result: 'pass' }
const shop: Condition = { kind: 'sender', id: 'shop', result: 'pass' }
const nobody: Condition = { kind: 'sender', id: 'nobody', result: 'pass' }
const shopReason = 'Shop (203.0.113.66) fails and should pass. It does not.'

test.each([
  [{ kind: 'all', of: [own, own] }, undefined],
  [{ kind: 'all', of: [own, shop, nobody] }, shopReason],
  [{ kind: 'any', of: [shop, own] }, undefined],
  [{ kind: 'any', of: [shop, nobody] }, shopReason],
  [{ kind: 'not', of: shop }, undefined],
  [{ kind: 'not', of: own, reason: 'Own passes still.' }, 'Own passes still.'],
  [{ kind: 'not', of: { kind: 'any', of: [shop, own] } }, 'This still holds, and should not.'],
  [{ kind: 'unheard-of' }, 'No condition is called `unheard-of`.'],
])('%o', (condition, reason) =>
  expect(judge(condition, seen)).toEqual(
    reason === undefined ? { met: true } : { met: false, reason },
  ),
)

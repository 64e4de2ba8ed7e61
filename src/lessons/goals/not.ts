import * as v from 'valibot'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'

export const not = defineCondition({
  kind: 'not',
  about: 'The condition does not hold. `reason` is the sentence for when it does.',
  entries: (condition) => ({
    of: condition,
    reason: v.exactOptional(v.string()),
  }),
  check: ({ of, reason = 'This still holds, and should not.' }, evidence, judge) =>
    judge(of, evidence).met ? notYet(reason) : met,
})

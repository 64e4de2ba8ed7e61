import * as v from 'valibot'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'

/**
 * @example
 * kind: not
 * of: { kind: sender, id: stranger, result: pass }
 * reason: The stranger passes still.
 */
export const not = defineCondition({
  kind: 'not',
  about: 'The condition does not hold. `reason` is the sentence for when it does.',
  entries: (condition) => ({
    /** A condition, of any kind. */
    of: condition,
    /** The reason that is shown while the condition holds. */
    reason: v.exactOptional(v.string()),
  }),
  check: ({ of, reason = 'This still holds, and should not.' }, evidence, judge) =>
    judge(of, evidence).met ? notYet(reason) : met,
})

import * as v from 'valibot'
import { defineCondition } from '../condition.ts'
import { met, type GoalStatus } from '../evidence.ts'

/**
 * @example
 * kind: any
 * of:
 *   - { kind: dns, name: example.org, type: MX }
 *   - { kind: dns, name: example.org, type: A }
 */
export const any = defineCondition({
  kind: 'any',
  about: 'At least one of the conditions holds. The reason is that of the first.',
  entries: (condition) => ({
    /** Conditions, of any kind. */
    of: v.pipe(v.array(condition), v.minLength(1, 'Name at least one condition.')),
  }),
  check({ of }, evidence, judge) {
    let first: GoalStatus | undefined
    for (const one of of) {
      const status = judge(one, evidence)
      if (status.met) return status
      first ??= status
    }
    return first ?? met
  },
})

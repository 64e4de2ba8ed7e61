import * as v from 'valibot'
import { defineCondition } from '../condition.ts'
import { met } from '../evidence.ts'

/**
 * @example
 * kind: all
 * of:
 *   - { kind: sender, id: own, result: pass }
 *   - { kind: no-errors }
 */
export const all = defineCondition({
  kind: 'all',
  about: 'Every one of the conditions holds. The reason is that of the first which does not.',
  entries: (condition) => ({
    /** Conditions, of any kind. */
    of: v.pipe(v.array(condition), v.minLength(1, 'Name at least one condition.')),
  }),
  check({ of }, evidence, judge) {
    for (const one of of) {
      const status = judge(one, evidence)
      if (!status.met) return status
    }
    return met
  },
})

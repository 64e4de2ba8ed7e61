import * as v from 'valibot'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { code, ended } from '../wording.ts'

/**
 * @example
 * { kind: diagnostic, code: spf/terms-after-all, present: no }
 */
export const diagnostic = defineCondition({
  kind: 'diagnostic',
  about: 'A finding of this code stands in a zone; with `present: no`, none does.',
  entries: () => ({
    /** The code of a rule: `spf/terms-after-all`. */
    code: v.string(),
    /** Whether such a finding is wanted; `yes` by default. */
    present: v.exactOptional(v.picklist(['yes', 'no'])),
  }),
  check({ code: wanted, present = 'yes' }, { diagnostics }) {
    const found = diagnostics.find((one) => one.code === wanted)
    if (present === 'yes') return found ? met : notYet(`The zone has no ${code(wanted)} finding.`)
    return found ? notYet(ended(found.message)) : met
  },
})

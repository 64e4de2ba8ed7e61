import * as v from 'valibot'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { code, either, ended } from '../wording.ts'

/**
 * @example
 * { kind: diagnostic, code: spf/terms-after-all, present: no }
 */
export const diagnostic = defineCondition({
  kind: 'diagnostic',
  about:
    'A finding of this code, or of one of several, stands in a zone or another document; with `present: no`, none does.',
  entries: () => ({
    /** The code of a rule, `spf/terms-after-all`, or any of several. */
    code: v.union([
      v.string(),
      v.pipe(v.array(v.string()), v.minLength(1, 'Name the code of a rule.')),
    ]),
    /** Whether such a finding is wanted; `yes` by default. */
    present: v.exactOptional(v.picklist(['yes', 'no'])),
  }),
  check({ code: wanted, present = 'yes' }, { diagnostics }) {
    const codes = [wanted].flat()
    const found = diagnostics.find((one) => codes.includes(one.code))
    if (present === 'yes')
      return found ? met : notYet(`There is no ${either(codes.map(code))} finding.`)
    return found ? notYet(ended(found.message)) : met
  },
})

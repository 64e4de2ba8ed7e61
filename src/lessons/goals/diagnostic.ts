import * as v from 'valibot'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { code, ended } from '../wording.ts'

export const diagnostic = defineCondition({
  kind: 'diagnostic',
  about: 'A finding of this code stands in a zone; with `present: no`, none does.',
  entries: () => ({
    code: v.string(),
    present: v.exactOptional(v.picklist(['yes', 'no'])),
  }),
  check({ code: wanted, present = 'yes' }, { diagnostics }) {
    const found = diagnostics.find((one) => one.code === wanted)
    if (present === 'yes') return found ? met : notYet(`The zone has no ${code(wanted)} finding.`)
    return found ? notYet(ended(found.message)) : met
  },
})

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
    /** The code of a rule, `spf/terms-after-all`, all of a family, `message/*`, or any of several. */
    code: v.union([
      v.string(),
      v.pipe(v.array(v.string()), v.minLength(1, 'Name the code of a rule.')),
    ]),
    /** The document that it stands in: `example.org.zone`, `invoice.eml`; any by default. */
    file: v.exactOptional(v.string()),
    /** How severe it is: `error`, `warning`; any by default. */
    severity: v.exactOptional(v.picklist(['error', 'warning', 'info', 'hint'])),
    /** Whether such a finding is wanted; `yes` by default. */
    present: v.exactOptional(v.picklist(['yes', 'no'])),
  }),
  check({ code: wanted, file, severity, present = 'yes' }, { diagnostics }) {
    const codes = [wanted].flat()
    const found = diagnostics.find(
      (one) =>
        codes.some((pattern) => isOf(pattern, one.code)) &&
        (file === undefined || one.file === file) &&
        (severity === undefined || one.severity === severity),
    )
    if (present === 'yes')
      return found ? met : notYet(`There is no ${either(codes.map(code))} finding.`)
    return found ? notYet(ended(found.message)) : met
  },
})

/** Whether a rule is the one, or one of the family, that is named. */
const isOf = (pattern: string, rule: string): boolean =>
  pattern.endsWith('/*') ? rule.startsWith(pattern.slice(0, -1)) : rule === pattern

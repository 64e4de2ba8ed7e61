import { isBroken, lookUp } from '../evaluation-context.ts'
import { plainTarget, targetOf } from '../target.ts'
import { isAskable } from '../target-name.ts'
import { no, yes, type MechanismTest } from './mechanism.ts'

/** Whether a name, usually built with macros, has an A record; for IPv6 clients too (RFC 7208 §5.7). */
export const exists: MechanismTest = {
  name: 'exists',
  *match(term, context) {
    const target = plainTarget(term.domain, context) ?? (yield* targetOf(term.domain, context))
    if (!isAskable(target)) return no(`\`${target}\` is not a name that DNS can hold`)
    const records = yield* lookUp(context, target, 'A')
    if (isBroken(records)) return records
    return records.length
      ? yes(`\`${target}\` has an A record`)
      : no(`\`${target}\` has no A record`)
  },
}

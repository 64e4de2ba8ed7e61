import { circleOf } from '../circle.ts'
import type { HostResult } from '../host-result.ts'
import { permerror, temperror } from '../evaluation-context.ts'
import { plainTarget, targetOf } from '../target.ts'
import { no, yes, type BrokenMatch, type Match, type MechanismTest } from './mechanism.ts'

/** Matches if another domain's record gives pass for this client (RFC 7208 §5.2). */
export const include: MechanismTest = {
  name: 'include',
  *match(term, context) {
    const target = plainTarget(term.domain, context) ?? (yield* targetOf(term.domain, context))
    const inner = yield* context.checkHost(target)
    context.steps.push(inner.trace)
    const circle = circleOf(inner, target, context)
    if (circle !== undefined) return { ...permerror(circle), circle }
    return { ...outcomeOf(inner, target), through: inner.decidedBy }
  },
}

/** The table of §5.2. */
function outcomeOf(inner: HostResult, target: string): Match | BrokenMatch {
  switch (inner.result) {
    case 'pass':
      return yes(`the record of \`${target}\` gives pass: ${clause(inner.reason)}`)
    case 'fail':
    case 'softfail':
    case 'neutral':
      return no(
        `the record of \`${target}\` gives ${inner.result}, and an include only accepts a pass`,
      )
    case 'temperror':
      return temperror(clause(inner.reason))
    case 'permerror':
      return permerror(clause(inner.reason))
    case 'none':
      return permerror(`an include needs an SPF record, and ${clause(inner.reason)}`)
  }
}

const clause = (sentence: string): string => sentence.replace(/\.$/, '')

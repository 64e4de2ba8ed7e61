import type { Refusal } from '../../protocols/smtp/server/host.ts'
import type { Basis } from '../log/basis.ts'
import type { FilterSpec } from '../spec.ts'
import { ACTED, replyOf, type AtEnd, type AtMail, type Decision, type Filter } from './filter.ts'
import { filters } from './index.ts'

/** What the filters of a host make of a sender. @returns The refusal of the first that has one. */
export function filterAtMail(at: AtMail): Refusal | undefined {
  if (at.asked.trust !== 'stranger') return undefined
  for (const { filter, spec } of filtersOf(at.host.smtp?.filters)) {
    const decision = filter.atMail?.(at, spec as never)
    if (decision) log(at, spec, decision)
    if (decision?.action === 'refuse' || decision?.action === 'defer') return replyOf(decision)
  }
  return undefined
}

/** What the filters of a host make of a message. */
export interface Filtered {
  readonly refusal?: Refusal
  /** Why it goes to the spam folder. */
  readonly junk?: string
  /** What the refusal or the spam folder rests on. */
  readonly basis?: Basis
}

export function filterAtEnd(at: AtEnd): Filtered {
  let junk: Filtered = {}
  for (const { filter, spec } of filtersOf(at.host.smtp?.filters)) {
    const decision = filter.atEnd?.(at, spec as never)
    if (!decision) continue
    log(at, spec, decision)
    if (decision.action === 'refuse' || decision.action === 'defer')
      return { refusal: replyOf(decision), basis: basisOf(decision) }
    if (decision.action === 'junk' && junk.junk === undefined)
      junk = { junk: decision.reason, basis: basisOf(decision) }
  }
  return junk
}

const basisOf = ({ source, line }: Decision): Basis => ({
  setting: 'smtp.filters',
  ...(line !== undefined && { line }),
  ...(source && { source }),
})

const filtersOf = (
  specs: readonly FilterSpec[] = [],
): { readonly filter: Filter; readonly spec: FilterSpec }[] =>
  specs.flatMap((spec) => {
    const filter = filters.find(({ policy }) => policy === spec.policy)
    return filter ? [{ filter: filter as Filter, spec }] : []
  })

function log(
  { net, host, connection }: AtMail | AtEnd,
  { policy }: FilterSpec,
  decision: Decision,
): void {
  const { action, subject, reason } = decision
  net.emit({
    ...{ type: 'decided', host: host.name, connection, policy, action: ACTED[action] },
    ...{ subject, reason, ...basisOf(decision) },
  })
}

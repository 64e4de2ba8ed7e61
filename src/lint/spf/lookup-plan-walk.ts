import type { LookupPlan, PlannedTerm } from './lookup-plan.ts'

/** A term that is met, and the terms that led to it: the first stands in the record itself. */
export type Chain = readonly [PlannedTerm, ...PlannedTerm[]]

/** Every term in the order it is met, those of included records too. */
export function* chainsOf(
  { terms }: LookupPlan,
  above: readonly PlannedTerm[] = [],
): Generator<Chain> {
  for (const term of terms) {
    const chain = [...above, term] as unknown as Chain
    yield chain
    if (term.next?.kind === 'record') yield* chainsOf(term.next.plan, chain)
  }
}

/** Lookups that a term costs, with all that it leads to. */
export function totalCost({ cost, next }: PlannedTerm): number {
  return next?.kind === 'record' ? cost + planCost(next.plan) : cost
}

export const planCost = ({ terms }: LookupPlan): number =>
  terms.reduce((sum, term) => sum + totalCost(term), 0)

/** `` `include:a` of `b` ``, for a term of another record; `` `include:a` `` for one of our own. */
export function nameOf(chain: Chain): string {
  const last = chain.at(-1)!
  const text = `\`${last.term.text}\``
  return chain.length > 1 ? `${text} of \`${last.published.domain}\`` : text
}

/** Whether following anything leads back to where it came from. */
export const hasLoop = (plan: LookupPlan): boolean =>
  [...chainsOf(plan)].some((chain) => chain.at(-1)!.next?.kind === 'loop')

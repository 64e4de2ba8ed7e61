import { lookupCost, MAX_LOOKUPS } from './limits.ts'
import type { Term } from './record.ts'
import type { Session } from './session.ts'

/** Counts what a term costs, over the whole check (RFC 7208 §4.6.4). */
export function spend({ spent }: Session, term: Term): void {
  spent.lookups += lookupCost(term)
}

export const isOverLookups = ({ spent }: Session): boolean => spent.lookups > MAX_LOOKUPS

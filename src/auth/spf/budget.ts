import { lookupCost, MAX_LOOKUPS } from './limits.ts'
import type { Term } from './record.ts'
import type { Session } from './session.ts'

/** Counts what a term costs, over the whole check (RFC 7208 §4.6.4). */
export function spend({ used }: Session, term: Term): void {
  used.lookups += lookupCost(term)
}

export const isOverLookups = ({ used }: Session): boolean => used.lookups > MAX_LOOKUPS

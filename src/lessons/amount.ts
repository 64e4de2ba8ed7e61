import * as v from 'valibot'
import type { ParamsOf } from './condition.ts'

/** How often something is wanted. */
export const amountEntries = {
  /** How many there are at least; 1 by default, 0 where `atMost` is 0. */
  atLeast: v.exactOptional(v.number()),
  /** How many there are at most, `0` for never; any number by default. */
  atMost: v.exactOptional(v.number()),
}

type Amount = ParamsOf<typeof amountEntries>

export const isAmount = (
  count: number,
  { atMost = Infinity, atLeast = atMost === 0 ? 0 : 1 }: Amount,
): boolean => count >= atLeast && count <= atMost

/** What is wanted: `none`, `at least 2`, `1 to 3`, `exactly 2`. */
export function wantedAmount({ atMost, atLeast = atMost === 0 ? 0 : 1 }: Amount): string {
  if (atMost === 0) return 'none'
  if (atMost === undefined) return `at least ${atLeast}`
  return atLeast === atMost ? `exactly ${atMost}` : `${atLeast} to ${atMost}`
}

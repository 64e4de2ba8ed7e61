/** One criterion of SORT (RFC 5256 §3; DISPLAYFROM and DISPLAYTO: RFC 5957 §3). */
export interface SortCriterion {
  readonly key: SortKey
  /** Whether `REVERSE` precedes it. */
  readonly reverse: boolean
}

export const sortKeys = [
  'arrival',
  'cc',
  'date',
  'displayfrom',
  'displayto',
  'from',
  'size',
  'subject',
  'to',
] as const

export type SortKey = (typeof sortKeys)[number]

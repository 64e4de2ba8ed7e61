import { reportLimits } from './limits.ts'

const DAY = 86_400_000

/** The day in UTC in which most of a period lies. Milliseconds since 1970. */
export const dayOf = (begin: number, end: number): number =>
  Math.floor((begin + Math.max(begin, end)) / 2 / DAY) * DAY

/**
 * A list of days without gaps, so that a day without a report shows as one.
 * @returns The newest `reportLimits.days`, and how many days lie before them.
 */
export function withoutGaps<Counts extends object>(
  counted: ReadonlyMap<number, Counts>,
  none: Counts,
): { readonly days: readonly ({ readonly at: number } & Counts)[]; readonly moreDays: number } {
  const known = [...counted.keys()].sort((a, b) => a - b)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return { days: [], moreDays: 0 }
  const all = Math.round((last - first) / DAY) + 1
  const shown = Math.min(all, reportLimits.days)
  const from = last - (shown - 1) * DAY
  const days = Array.from({ length: shown }, (_, index) => {
    const at = from + index * DAY
    return { at, ...(counted.get(at) ?? none) }
  })
  return { days, moreDays: known.filter((at) => at < from).length }
}

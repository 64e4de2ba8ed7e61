import { metIn } from '../../lab/class/dots.ts'
import type { StudentRow } from '../../lab/class/protocol.ts'
import { stuckOf } from '../../lab/class/stuck.ts'

/** How the rows of a board may be ordered. */
export const sorts = ['stuck', 'joined', 'name', 'behind'] as const
export type Sort = (typeof sorts)[number]

/** The rows in an order; those that are alike as they joined. @param minutes After which somebody is stuck. */
export function sortRows(
  rows: readonly StudentRow[],
  sort: Sort,
  now: number,
  minutes: number,
): readonly StudentRow[] {
  const joined = (a: StudentRow, b: StudentRow): number => a.student - b.student
  const rank = (row: StudentRow): number => (stuckOf(row, now, minutes) ? 0 : row.isHere ? 1 : 2)
  const order: Readonly<Record<Sort, (a: StudentRow, b: StudentRow) => number>> = {
    joined,
    stuck: (a, b) => rank(a) - rank(b) || joined(a, b),
    name: (a, b) => a.name.localeCompare(b.name) || joined(a, b),
    behind: (a, b) => metIn(a.dots) - metIn(b.dots) || joined(a, b),
  }
  return rows.toSorted(order[sort])
}

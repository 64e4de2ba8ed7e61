import type { StudentRow } from '../../lab/class/protocol.ts'

/** The rows of a board by their student's number, in the order in which they came. */
export type Rows = ReadonlyMap<number, StudentRow>

export const noRows: Rows = new Map()

/** The rows after news. @param gone Students that are no longer of the class. */
export function rowsAfter(
  before: Rows,
  changed: readonly StudentRow[],
  gone: readonly number[],
): Rows {
  const rows = new Map(before)
  for (const row of changed) rows.set(row.student, row)
  for (const one of gone) rows.delete(one)
  return rows
}

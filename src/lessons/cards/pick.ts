import type { CardAnswer, PickCard, Row, Try } from './card.ts'
import { fits, fitsAny } from './rows.ts'

/** @returns Undefined where there is no such row. */
export function tryPick(card: PickCard, [key]: CardAnswer, rows: readonly Row[]): Try | undefined {
  const row = rows.find((one) => one.key === key)
  if (!row) return undefined
  if (fitsAny(card.right, row)) return { answer: [row.key], right: true, because: card.because }
  const known = card.wrong.find((pattern) => fits(pattern, row))
  return { answer: [row.key], right: false, because: known?.because ?? card.otherwise }
}

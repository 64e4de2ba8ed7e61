import type { CardAnswer, MarkCard, Row, Try } from './card.ts'
import { fits, fitsAny } from './rows.ts'

/** @returns Undefined where a key is no row's. The first row that is wrong is the one that is spoken of. */
export function tryMarks(
  card: MarkCard,
  answer: CardAnswer,
  rows: readonly Row[],
): Try | undefined {
  const marked = rows.filter(({ key }) => answer.includes(key))
  if (marked.length !== answer.length) return undefined
  const keys = marked.map(({ key }) => key)
  const wrong = marked.find((row) => !fitsAny(card.right, row))
  if (wrong) {
    const known = card.wrong.find((pattern) => fits(pattern, wrong))
    return { answer: keys, right: false, because: known?.because ?? card.otherwise }
  }
  const isWhole = rows.every((row) => !fitsAny(card.right, row) || keys.includes(row.key))
  return isWhole
    ? { answer: keys, right: true, because: card.because }
    : { answer: keys, right: false, because: card.missing }
}

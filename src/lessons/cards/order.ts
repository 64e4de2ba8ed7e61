import type { CardAnswer, OrderCard, Try } from './card.ts'

/**
 * @returns Undefined where an id is no item's. The first item that stands wrong is the one that is
 * spoken of.
 */
export function tryOrder(card: OrderCard, answer: CardAnswer): Try | undefined {
  const { items, right, free = [], because } = card
  const isKnown = answer.every((id) => items.some((item) => item.id === id))
  if (!isKnown || new Set(answer).size !== answer.length) return undefined
  const fits = (id: string | undefined, wanted: string): boolean =>
    id !== undefined && (id === wanted || (free.includes(id) && free.includes(wanted)))
  const at = right.findIndex((wanted, index) => !fits(answer[index], wanted))
  if (at < 0 && answer.length === right.length) return { answer, right: true, because }
  const first = answer[at < 0 ? right.length : at] ?? right[at]
  return { answer, right: false, because: items.find(({ id }) => id === first)!.because }
}

import type { CardAnswer, OrderCard, Try } from './card.ts'

const MISSING = 'What is there stands in order, but something is missing.'

/**
 * @returns Undefined where an id is no item's. The first item that stands wrong is the one that is
 * spoken of; where only some are missing, none does.
 */
export function tryOrder(card: OrderCard, answer: CardAnswer): Try | undefined {
  const { items, right, free = [], because } = card
  const isKnown = answer.every((id) => items.some((item) => item.id === id))
  if (!isKnown || new Set(answer).size !== answer.length) return undefined
  const fits = (id: string | undefined, wanted: string): boolean =>
    id !== undefined && (id === wanted || (free.includes(id) && free.includes(wanted)))
  if (answer.length < right.length && isInOrder(answer, right, fits))
    return { answer, right: false, because: MISSING }
  const at = right.findIndex((wanted, index) => !fits(answer[index], wanted))
  if (at < 0 && answer.length === right.length) return { answer, right: true, because }
  const first = answer[at < 0 ? right.length : at] ?? right[at]
  return { answer, right: false, because: items.find(({ id }) => id === first)!.because }
}

/** Whether an answer comes to the right one by nothing but items put in. */
function isInOrder(
  answer: CardAnswer,
  right: readonly string[],
  fits: (id: string | undefined, wanted: string) => boolean,
): boolean {
  let at = 0
  for (const wanted of right) if (fits(answer[at], wanted)) at++
  return at === answer.length
}

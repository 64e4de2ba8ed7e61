import type { CardAnswer, SortCard, Try } from './card.ts'
import { placesIn } from './placed-answer.ts'

/** The right answer: each item with its bin. */
export const sortedRight = ({ items }: SortCard): CardAnswer =>
  items.map(({ id, bin }) => `${id}=${bin}`)

/**
 * @returns Undefined where an item has no bin, or a name is no item's or bin's. Each item that lies
 * wrong gets its own words.
 */
export function trySort(card: SortCard, answer: CardAnswer): Try | undefined {
  const { items, bins, because } = card
  const places = placesIn(answer)
  const isWhole =
    places?.size === items.length &&
    items.every(({ id }) => bins.some((bin) => bin.id === places.get(id)))
  if (!places || !isWhole) return undefined
  const wrong = items.flatMap((item) => {
    const said = places.get(item.id)!
    return said === item.bin
      ? []
      : [{ place: item.id, because: item.wrong?.[said] ?? item.because }]
  })
  return wrong.length
    ? { answer, right: false, because: wrong[0]!.because, wrong }
    : { answer, right: true, because }
}

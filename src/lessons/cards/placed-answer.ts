import type { CardAnswer } from './card.ts'

/** `item=bin`, `row.column=choice`: what an answer says of each of its places. */
export function placesIn(answer: CardAnswer): ReadonlyMap<string, string> | undefined {
  const places = new Map<string, string>()
  for (const part of answer) {
    const [, place, said] = /^([^=]+)=([^=]+)$/.exec(part) ?? []
    if (place === undefined || said === undefined || places.has(place)) return undefined
    places.set(place, said)
  }
  return places
}

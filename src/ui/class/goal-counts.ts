import type { StudentRow } from '../../lab/class/protocol.ts'

/** How many of a class met a goal of its lesson. */
export interface GoalCount {
  readonly text: string
  readonly met: number
}

/** Each goal and card of a lesson, with how many met it; and how many are at the lesson. */
export function goalCounts(
  rows: readonly StudentRow[],
  slug: string,
  texts: readonly string[],
): { readonly goals: readonly GoalCount[]; readonly all: number } {
  const there = rows.filter(({ place }) => place?.slug === slug)
  const flat = there.map(({ dots }) => dots.join(''))
  const goals = texts.map((text, at) => ({
    text,
    met: flat.filter((dots) => dots[at] === '1').length,
  }))
  return { goals, all: there.length }
}

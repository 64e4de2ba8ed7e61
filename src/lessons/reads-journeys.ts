import type { Card } from './cards/card.ts'
import { readsMails } from './cards/rows.ts'
import type { Condition } from './condition.ts'
import { conditionKinds } from './goals/index.ts'
import { cardsOf, goalsOf, type Lesson } from './lesson.ts'

type Judged = Pick<Lesson, 'steps' | 'hints'>

/**
 * Whether a goal, a card or a hint looks at where mails of the world end that are sent anew. Where none does,
 * a lesson is judged the same without sending them.
 */
export const readsJourneys = (lesson: Judged): boolean =>
  conditionsOf(lesson).some(({ kind }) => readers.has(kind)) ||
  cardsOf(lesson).some((card) => 'from' in card && readsMails(card.from))

const readers: ReadonlySet<string> = new Set(
  conditionKinds.flatMap(({ kind, reads }) => (reads ? kind : [])),
)

/** Every condition of a lesson, each before those inside it. */
export const conditionsOf = (lesson: Judged): readonly Condition[] =>
  [
    ...goalsOf(lesson).map(({ when }) => when),
    ...lesson.hints.map(({ when }) => when),
    ...cardsOf(lesson).flatMap(outcomesOf),
  ].flatMap(withInside)

/** What is seen where an outcome of a card is so. */
function outcomesOf(card: Card): readonly Condition[] {
  if (card.kind === 'predict') return card.choices.flatMap(({ when }) => when ?? [])
  if (card.kind === 'sort') return card.items.flatMap(({ when }) => when ?? [])
  if (card.kind !== 'grid') return []
  return card.rows.flatMap(({ cells }) => Object.values(cells).map(({ when }) => when))
}

/** Conditions inside stand in parameters, alone or in lists. */
function withInside(condition: Condition): readonly Condition[] {
  const inside = Object.values(condition).flat().filter(isCondition)
  return [condition, ...inside.flatMap(withInside)]
}

const isCondition = (value: unknown): value is Condition =>
  typeof value === 'object' && value !== null && 'kind' in value

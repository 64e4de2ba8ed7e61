import type { Lesson, Progress } from '../../../lab/types.ts'
import type { CurrentPlay, Missed } from './play-log.ts'

/** A mistake that was made so often is no slip. */
const OFTEN = 3

/** Characters of a hint that are kept. */
const MOST_TEXT = 200

/**
 * What a play of a lesson missed: predictions that came otherwise, steps whose last hint was opened, and
 * mistakes that were made often.
 * @param hints How many were opened, by the step's id.
 * @param mistakes How often each was made, by the hint that answers it.
 */
export function missedIn(
  lesson: Lesson,
  progress: Progress,
  hints: Readonly<Record<string, number>>,
  mistakes: CurrentPlay['mistakes'],
): readonly Missed[] {
  const ofSteps = lesson.steps.flatMap((step): Missed[] => {
    const card = progress.steps.find(({ id }) => id === step.id)?.card
    const isWrong = step.card?.kind === 'predict' && isWrongFirst(card)
    const isShown = step.ladder.length > 0 && (hints[step.id] ?? 0) >= step.ladder.length
    const at = { id: step.id, text: step.title }
    return [
      ...(isWrong ? [{ kind: 'predicted' as const, ...at }] : []),
      ...(isShown ? [{ kind: 'shown' as const, ...at }] : []),
    ]
  })
  const often = lesson.hints.filter(({ id }) => (mistakes[id] ?? 0) >= OFTEN)
  return [
    ...ofSteps,
    ...often.map(({ id, text }): Missed => ({
      kind: 'mistake',
      id,
      text: text.slice(0, MOST_TEXT),
    })),
  ]
}

type Card = Progress['steps'][number]['card']

/** The first answer counts: a wrong guess that was thought over is what is worth a second look. */
const isWrongFirst = (card: Card): boolean => {
  const first = card?.tries[0]?.answer[0]
  const right = card?.right?.[0]
  return first !== undefined && right !== undefined && first !== right
}

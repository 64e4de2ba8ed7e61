import type { QuestionReport, StepReport } from '../../../embed/protocol.ts'
import type { Step, StepProgress } from '../../../lab/types.ts'

/** Answers of these are right or not by what comes of them, and not before. */
const FORETELLING = ['predict', 'grid']

/**
 * How a step stands, for the page around.
 * @param progress Undefined before the first judgement: nothing of it is done.
 * @param hints How many hints of each step were opened.
 */
export function stepReport(
  { id, card, ladder }: Pick<Step, 'id' | 'card' | 'ladder'>,
  progress: StepProgress | undefined,
  hints: Readonly<Record<string, number>>,
): StepReport {
  const done = progress?.done ?? false
  const goals = progress?.goals ?? []
  return {
    ...{ id, done },
    // Of a step that is done all goals were met at the same time once.
    met: goals.flatMap(({ goal, status }) => (done || status.met ? [goal.id] : [])),
    shown: ladder.length > 0 && (hints[id] ?? 0) >= ladder.length,
    ...(card && { question: questionReport(card.kind, progress?.card) }),
  }
}

function questionReport(kind: string, card: StepProgress['card']): QuestionReport {
  const settled = card?.state === 'settled'
  const [first] = card?.tries ?? []
  if (!first) return { settled }
  const right = FORETELLING.includes(kind)
    ? settled
      ? first.answer.join('\n') === (card?.right ?? []).join('\n')
      : undefined
    : first.right === true
  return { settled, first: [...first.answer], ...(right !== undefined && { right }) }
}

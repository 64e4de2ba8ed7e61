import type { Evidence } from '../evidence.ts'
import type { Judge } from '../condition.ts'
import type { CardAnswer, Choice, PredictCard, Try } from './card.ts'

export const rightChoice = ({ choices, right }: PredictCard): Choice | undefined =>
  choices.find(({ id }) => id === right)

/** A guess: what is true shows itself. */
export function tryPrediction(
  { choices, right }: PredictCard,
  [picked]: CardAnswer,
): Try | undefined {
  const choice = choices.find(({ id }) => id === picked)
  return choice && { answer: [choice.id], right: choice.id === right, because: choice.because }
}

/** Whether what was asked about has happened. */
export function isOutcomeThere(card: PredictCard, evidence: Evidence, judge: Judge): boolean {
  const when = rightChoice(card)?.when
  return when !== undefined && judge(when, evidence).met
}

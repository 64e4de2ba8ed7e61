import type { Evidence } from '../evidence.ts'
import { judge } from '../goals/index.ts'
import type { Card, CardAnswer, CardProgress, Row, Try } from './card.ts'
import { tryMarks } from './mark.ts'
import { tryOrder } from './order.ts'
import { tryPick } from './pick.ts'
import { isOutcomeThere, tryPrediction } from './predict.ts'
import { fitsAny, rowsOf } from './rows.ts'

/** So many wrong tries give the answer away. */
export const GIVEN_AWAY_AFTER = 2

/** What was answered to a card, as it was judged then. */
export interface CardLog {
  readonly tries: readonly Try[]
  /** Of a prediction: whether its outcome was there once. */
  readonly isSeen: boolean
  /** The rows as they stood at the last try. */
  readonly rows?: readonly Row[]
}

const noTries: CardLog = { tries: [], isSeen: false }

/** The log with one more answer, judged as things stand; the same one where it is no answer. */
export function answerCard(
  card: Card,
  answer: CardAnswer,
  evidence: Evidence,
  log: CardLog = noTries,
): CardLog {
  if (isSettled(card, log) || (card.kind === 'predict' && log.tries.length)) return log
  const rows = 'from' in card ? rowsOf(card.from, evidence) : undefined
  const made = tryCard(card, answer, rows ?? [])
  return made ? { ...log, tries: [...log.tries, made], ...(rows && { rows }) } : log
}

function tryCard(card: Card, answer: CardAnswer, rows: readonly Row[]): Try | undefined {
  switch (card.kind) {
    case 'predict':
      return tryPrediction(card, answer)
    case 'pick':
      return tryPick(card, answer, rows)
    case 'mark':
      return tryMarks(card, answer, rows)
    case 'order':
      return tryOrder(card, answer)
  }
}

/** The log once the outcome of a prediction was seen; else the same. */
export const lookAtOutcome = (card: Card, evidence: Evidence, log: CardLog): CardLog =>
  !log.isSeen &&
  card.kind === 'predict' &&
  log.tries.length &&
  isOutcomeThere(card, evidence, judge)
    ? { ...log, isSeen: true }
    : log

function isSettled(card: Card, { tries, isSeen }: CardLog): boolean {
  if (card.kind === 'predict') return isSeen
  return tries.some(({ right }) => right) || tries.length >= GIVEN_AWAY_AFTER
}

/** How a card stands; what a prediction comes to stays unsaid until its outcome is there. */
export function cardProgress(
  card: Card,
  evidence: Evidence,
  given: CardLog = noTries,
): CardProgress {
  const log = lookAtOutcome(card, evidence, given)
  const isDone = isSettled(card, log)
  const now = 'from' in card ? rowsOf(card.from, evidence) : undefined
  // A card that is done keeps the rows that it was answered with.
  const rows = isDone ? (log.rows ?? now) : now
  return {
    id: card.id,
    state: isDone ? 'settled' : card.kind === 'predict' && log.tries.length ? 'committed' : 'open',
    tries:
      card.kind === 'predict' && !isDone
        ? log.tries.map(({ answer }) => ({ answer, because: '' }))
        : log.tries,
    ...(rows && { rows }),
    ...(isDone && { right: rightAnswer(card, rows ?? []) }),
  }
}

function rightAnswer(card: Card, rows: readonly Row[]): CardAnswer {
  if (card.kind === 'predict') return [card.right]
  if (card.kind === 'order') return card.right
  return rows.filter((row) => fitsAny(card.right, row)).map(({ key }) => key)
}

import type { Evidence } from '../evidence.ts'
import { judge } from '../goals/index.ts'
import type { Card, CardAnswer, CardProgress, GridCard, PredictCard, Row, Try } from './card.ts'
import { cellsOf, rightCells, trueCells, tryGrid } from './grid.ts'
import { tryMarks } from './mark.ts'
import { tryOrder } from './order.ts'
import { tryPick } from './pick.ts'
import { isOutcomeThere, tryPrediction } from './predict.ts'
import { fitsAny, rowsOf } from './rows.ts'
import { sortedRight, trySort } from './sort.ts'

/** So many wrong tries give the answer away. */
export const GIVEN_AWAY_AFTER = 2

/** What was answered to a card, as it was judged then. */
export interface CardLog {
  readonly tries: readonly Try[]
  /** Of a prediction or grid: whether its outcome was there once, in each cell. */
  readonly isSeen: boolean
  /** Of a grid: the cells whose outcome was there, by `row.column`. */
  readonly seen?: readonly string[]
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
  if (isSettled(card, log) || (isForetold(card) && log.tries.length)) return log
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
    case 'sort':
      return trySort(card, answer)
    case 'grid':
      return tryGrid(card, answer)
  }
}

/** Whether what is right shows itself in what happens later. */
export const isForetold = (card: Card): card is PredictCard | GridCard =>
  card.kind === 'predict' || card.kind === 'grid'

/** The log once an outcome of what was foretold was seen; else the same. */
export function lookAtOutcome(card: Card, evidence: Evidence, log: CardLog): CardLog {
  if (log.isSeen || !log.tries.length || !isForetold(card)) return log
  if (card.kind === 'predict')
    return isOutcomeThere(card, evidence, judge) ? { ...log, isSeen: true } : log
  const before = log.seen ?? []
  const fresh = trueCells(card, evidence, judge).filter((place) => !before.includes(place))
  if (!fresh.length) return log
  const seen = [...before, ...fresh]
  return { ...log, seen, isSeen: seen.length === cellsOf(card).length }
}

function isSettled(card: Card, { tries, isSeen }: CardLog): boolean {
  if (isForetold(card)) return isSeen
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
    state: isDone ? 'settled' : isForetold(card) && log.tries.length ? 'committed' : 'open',
    tries: isForetold(card) && !isDone ? log.tries.map((one) => unsaid(one, log)) : log.tries,
    ...(rows && { rows }),
    ...(log.seen && { seen: log.seen }),
    ...(isDone && { right: rightAnswer(card, rows ?? []) }),
  }
}

/** A guess before its outcome is there; of a grid, what is said of the cells that came true. */
const unsaid = ({ answer, wrong }: Try, { seen = [] }: CardLog): Try => ({
  answer,
  because: '',
  ...(wrong && { wrong: wrong.filter(({ place }) => seen.includes(place)) }),
})

function rightAnswer(card: Card, rows: readonly Row[]): CardAnswer {
  if (card.kind === 'predict') return [card.right]
  if (card.kind === 'order') return card.right
  if (card.kind === 'sort') return sortedRight(card)
  if (card.kind === 'grid') return rightCells(card)
  return rows.filter((row) => fitsAny(card.right, row)).map(({ key }) => key)
}

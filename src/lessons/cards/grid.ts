import type { Judge } from '../condition.ts'
import type { Evidence } from '../evidence.ts'
import type { CardAnswer, Choice, GridCard, GridCell, Try } from './card.ts'
import { placesIn } from './placed-answer.ts'

/** A cell and the name of its place: `row.column`. */
export interface PlacedCell {
  readonly place: string
  readonly cell: GridCell
  readonly choices: readonly Pick<Choice, 'id' | 'text'>[]
}

/** Every cell, row by row; a row may leave columns empty. */
export const cellsOf = ({ rows, columns, choices }: GridCard): readonly PlacedCell[] =>
  rows.flatMap((row) =>
    columns.flatMap((column) => {
      const cell = row.cells[column.id]
      const place = `${row.id}.${column.id}`
      return cell ? [{ place, cell, choices: column.choices ?? choices ?? [] }] : []
    }),
  )

export const rightCells = (card: GridCard): CardAnswer =>
  cellsOf(card).map(({ place, cell }) => `${place}=${cell.right}`)

/** A guess for each cell. @returns Undefined where one is missing, or is none of its choices. */
export function tryGrid(card: GridCard, answer: CardAnswer): Try | undefined {
  const cells = cellsOf(card)
  const places = placesIn(answer)
  const isWhole =
    places?.size === cells.length &&
    cells.every(({ place, choices }) => choices.some(({ id }) => id === places.get(place)))
  if (!places || !isWhole) return undefined
  const wrong = cells.flatMap(({ place, cell }) => {
    const said = places.get(place)!
    return said === cell.right ? [] : [{ place, because: cell.wrong?.[said] ?? cell.because }]
  })
  return { answer, right: wrong.length === 0, because: card.because, wrong }
}

/** The places of the cells that have come true by now. */
export const trueCells = (card: GridCard, evidence: Evidence, judge: Judge): readonly string[] =>
  cellsOf(card).flatMap(({ place, cell }) => (judge(cell.when, evidence).met ? place : []))

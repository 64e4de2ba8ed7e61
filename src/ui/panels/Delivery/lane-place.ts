import type { DeliveryLane, DeliveryRow } from '../../../lab/types.ts'

/** Where a row stands among the lanes, in percent of their width. */
export interface RowPlace {
  readonly from: number
  readonly to: number
  /** The left end of the arrow, and its length. */
  readonly left: number
  readonly width: number
  readonly middle: number
  /** How wide a text may be that is centred in the middle. */
  readonly room: number
  readonly direction: 'right' | 'left' | 'none'
}

export const laneAt = (index: number, count: number): number => ((index + 0.5) / count) * 100

export function placeOf(
  row: Pick<DeliveryRow, 'from' | 'to'>,
  lanes: readonly DeliveryLane[],
): RowPlace {
  const indexOf = (id: string) =>
    Math.max(
      0,
      lanes.findIndex((lane) => lane.id === id),
    )
  const from = laneAt(indexOf(row.from), lanes.length)
  const to = row.to === undefined ? from : laneAt(indexOf(row.to), lanes.length)
  const middle = (from + to) / 2
  return {
    ...{ from, to, middle },
    left: Math.min(from, to),
    width: Math.abs(to - from),
    room: 2 * Math.min(middle, 100 - middle),
    direction: to > from ? 'right' : to < from ? 'left' : 'none',
  }
}

/** Places an element among the lanes; lengths in percent of their width. */
export const placed =
  (percents: Readonly<Partial<Record<'left' | 'width' | 'maxWidth', number>>>) =>
  ({ style }: HTMLElement): void => {
    for (const [name, percent] of Object.entries(percents))
      style.setProperty(name === 'maxWidth' ? 'max-width' : name, `${percent}%`)
  }

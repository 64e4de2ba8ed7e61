import type { Arrow, StateMap } from '../../../lab/types.ts'

export const BOX = { width: 124, height: 40, step: 168 } as const

/** Room for the label of a way between neighbours. */
const LABEL = 26

/** Between two ways that go over the boxes. */
const LEVEL = 24

/** A map with its lines and places, in the units of its picture. */
export interface Drawing {
  readonly width: number
  readonly height: number
  /** Where the boxes begin, from above. */
  readonly top: number
  readonly lines: readonly DrawnArrow[]
}

export interface DrawnArrow extends Arrow {
  /** SVG path data with its arrowhead. */
  readonly path: string
  readonly x: number
  readonly y: number
}

export const leftOf = (station: number): number => 8 + station * BOX.step

const middleOf = (station: number): number => leftOf(station) + BOX.width / 2

/** Ways to the next station go straight, those that skip some go over the boxes, those back under them. */
export function draw({ stations, ways, ends }: StateMap): Drawing {
  const over = ways
    .filter(({ from, to }) => to > from + 1)
    .toSorted((a, b) => a.to - a.from - (b.to - b.from))
  const top = LABEL + over.length * LEVEL
  const bottom = top + BOX.height
  const hasUnder = ends !== undefined || ways.some(({ from, to }) => to < from)
  return {
    width: leftOf(stations.length - 1) + BOX.width + 8,
    height: bottom + (hasUnder ? 42 : 8),
    top,
    lines: ways.map((way) => {
      if (way.to < way.from) return under(way, bottom)
      return way.to === way.from + 1 ? straight(way, top) : arc(way, top, over.indexOf(way))
    }),
  }
}

function straight(way: Arrow, top: number): DrawnArrow {
  const from = leftOf(way.from) + BOX.width
  const to = leftOf(way.to)
  const path = `M${from} ${top + BOX.height / 2}H${to - 2}m-6 -4 6 4-6 4`
  return { ...way, path, x: (from + to) / 2, y: top - 8 }
}

/** @param level How many ways go nearer to the boxes. */
function arc(way: Arrow, top: number, level: number): DrawnArrow {
  const y = top - LABEL - level * LEVEL + 4
  // Beside the middle, so that it does not meet a way that ends or begins there.
  const [from, to] = [middleOf(way.from) - 12 * level, middleOf(way.to) + 12 * level]
  const path = `M${from} ${top}V${y}H${to}V${top - 3}m-4 -6 4 6 4-6`
  return { ...way, path, x: (from + to) / 2, y: y - 5 }
}

function under(way: Arrow, bottom: number): DrawnArrow {
  const y = bottom + 18
  const [from, to] = [middleOf(way.from), middleOf(way.to)]
  const path = `M${from} ${bottom}V${y}H${to}V${bottom + 3}m-4 6 4-6 4 6`
  return { ...way, path, x: (from + to) / 2, y: y + 16 }
}

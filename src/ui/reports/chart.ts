/** A part of every bar: its look and its name. */
export interface Series {
  readonly look: 'passed' | 'yours' | 'carried' | 'strangers'
  readonly label: string
}

/** A bar: a day, and how much of each series it has. */
export interface Bar {
  readonly at: number
  readonly parts: readonly number[]
}

export interface DrawnBar extends Bar {
  readonly x: number
  readonly width: number
  /** From the bottom up. */
  readonly pieces: readonly {
    readonly y: number
    readonly height: number
    readonly series: number
  }[]
  /** Whether its day is written below it. */
  readonly isNamed: boolean
}

export interface DrawnChart {
  readonly bars: readonly DrawnBar[]
  /** Values on the axis, and where. */
  readonly ticks: readonly { readonly value: number; readonly y: number }[]
  readonly highest: number
}

/** In pixels. */
export const CHART = { height: 190, left: 44, right: 8, top: 10, bottom: 24, widest: 56, name: 56 }

/** The least of 1, 2, 5, 10, 20 … that is not below. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)))
  return [1, 2, 5, 10].map((step) => step * power).find((one) => one >= value) ?? value
}

/** Lays bars out, one beside the other, on a width in pixels. What is there is at least a pixel high. */
export function layOut(bars: readonly Bar[], width: number): DrawnChart {
  const { height, left, right, top, bottom, widest, name } = CHART
  const totals = bars.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0))
  const highest = Math.max(0, ...totals)
  const scale = roundUp(highest)
  const inner = height - top - bottom
  const yOf = (value: number): number => top + inner - (value / scale) * inner
  const place = Math.max(1, (width - left - right) / Math.max(1, bars.length))
  const bar = Math.max(1, Math.min(widest, place * 0.72))
  const every = Math.max(1, Math.ceil(name / place))
  return {
    highest,
    ticks: [...new Set([0, scale / 2, scale])]
      .filter((value) => Number.isInteger(value))
      .map((value) => ({ value, y: yOf(value) })),
    bars: bars.map(({ at, parts }, index) => ({
      ...{ at, parts, width: bar, x: left + place * index + (place - bar) / 2 },
      isNamed: index % every === 0,
      pieces: piecesOf(parts, inner / scale, top + inner),
    })),
  }
}

function piecesOf(parts: readonly number[], perUnit: number, floor: number): DrawnBar['pieces'] {
  let y = floor
  return parts.flatMap((part, series) => {
    if (part <= 0) return []
    const height = Math.max(1, part * perUnit)
    y -= height
    return [{ y, height, series }]
  })
}

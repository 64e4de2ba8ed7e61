/** All in pixels. */
interface Room {
  /** Of all rows. */
  readonly rows: number
  readonly row: number
  /** Where the list begins in the window; 0 as long as it is not seen. */
  readonly top: number
  /** Of what holds it. */
  readonly container: number
  readonly window: number
}

const MARGIN = 10
const LEAST_ROWS = 3

/** How high a list may be: as its rows, if there is room, and never most of the window. */
export function heightFor({ rows, row, top, container, window }: Room): number {
  const free = top > 0 ? container - top - MARGIN : window * 0.7
  return Math.min(rows, Math.max(free, LEAST_ROWS * row), Math.floor(window * 0.6))
}

import type { Session } from '../session.ts'

/** Rows of a screen where `LINES` does not say otherwise, as terminals have had them for long. */
const ROWS = 24

/**
 * Lines of a page. The size of the window is none of the world's: were it asked, the same keys would do
 * otherwise on another screen.
 */
export function pageRows({ variables }: Session): number {
  const set = Number(variables.get('LINES') ?? ROWS)
  return (Number.isInteger(set) && set > 2 ? set : ROWS) - 1
}

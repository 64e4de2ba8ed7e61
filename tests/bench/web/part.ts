import type { Sample } from './turns.ts'
import type { Stage } from './stage.ts'

/** How a figure is written. */
export type Unit = 'ms' | 'octets' | 'count'

/** What the project has set itself, for the page that is its own. */
export interface WebTarget {
  /** As a sentence goes on: “key to echo at most 1.1 × the bare prompt”. */
  readonly about: string
  /** Undefined or NaN where a figure for it is absent. */
  value(own: Sample, bare: Sample): number | undefined
  readonly most: number
  readonly unit: Unit | '×'
}

/** One of our pages beside a bare one that has the same at its heart. */
export interface WebPart {
  readonly group: string
  readonly about: string
  /** Names of the two pages, ours first. */
  readonly pages: readonly [own: string, bare: string]
  /** What is measured, in the order of the table. */
  readonly figures: Readonly<Record<string, Unit>>
  /** Loads each page once. */
  measure(page: 'own' | 'bare', stage: Stage): Promise<Sample>
  readonly targets: readonly WebTarget[]
}

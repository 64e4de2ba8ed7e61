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

/** A page that is being measured, as often as there are rounds. */
export interface Visit {
  /** Each gives some of the figures, and is made for both pages before the next. */
  readonly steps: readonly (() => Promise<Sample>)[]
  close(): Promise<void>
}

/** Where a load itself is measured: each round opens the page anew. */
export const loading = (measure: () => Promise<Sample>): Promise<Visit> =>
  Promise.resolve({ steps: [measure], close: () => Promise.resolve() })

/** One of our pages beside a bare one that has the same at its heart. */
export interface WebPart {
  readonly group: string
  readonly about: string
  /** Names of the two pages, ours first. */
  readonly pages: readonly [own: string, bare: string]
  /** What is measured, in the order of the table. */
  readonly figures: Readonly<Record<string, Unit>>
  visit(page: 'own' | 'bare', stage: Stage): Promise<Visit>
  readonly targets: readonly WebTarget[]
}

import { existsSync } from 'node:fs'

/** Published examples with the right result for each: run one by one, with a count. */
export interface Suite {
  /** `openspf, RFC 7208`. */
  readonly name: string
  /** The folder or file that it reads; absent where its examples are written in this folder. */
  readonly vectors?: string
  readonly parts: readonly Part[]
}

export interface Part {
  /** What the count is of, in the plural: `results`. */
  readonly what: string
  /** How many cases there are; fewer would mean that some were not found. */
  readonly count: number
  readonly cases: readonly Case[]
}

export interface Case {
  readonly name: string
  run(): Compared | Promise<Compared>
}

export interface Compared {
  readonly actual: unknown
  readonly wanted: unknown
  /** The engine's reason. */
  readonly reason?: string
}

/** Where a set of vectors lies: beside the project, whose folder the tools run in. */
export const vectorsAt = (path: string): string =>
  `${process.env.HELO_VECTORS ?? '../shared/vectors'}/${path}`

export const isHere = ({ vectors }: Pick<Suite, 'vectors'>): boolean =>
  vectors === undefined || existsSync(vectors)

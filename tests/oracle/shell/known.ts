import type { KnownDifference } from '../suite.ts'

/** A way in which lines of one side are not those of the other, by design. */
export interface ShellDifference extends KnownDifference {
  readonly programs: readonly string[]
  /** Whether a line that only one side has is explained by it. */
  readonly line: RegExp
  readonly only?: 'ours' | 'theirs'
}

export const shellDifferences: readonly ShellDifference[] = []

import type { LabInput } from './lab.ts'

/** Terminals that may be open at once, the first with them. */
export const MOST_TERMINALS = 6

/** The number of the next terminal: a journal has each of them once. */
export const nextTerminal = (journal: readonly LabInput[]): number =>
  journal.reduce(
    (next, input) => (input.kind === 'open' ? Math.max(next, input.terminal + 1) : next),
    2,
  )

import type { LabInput } from './lab.ts'

/** Terminals that may be open at once, the first with them. */
export const MOST_TERMINALS = 6

/** The number of the next terminal: a journal has each of them once. */
export const nextTerminal = (journal: readonly LabInput[]): number =>
  journal.reduce(
    (next, input) => (input.kind === 'open' ? Math.max(next, input.terminal + 1) : next),
    2,
  )

/** The host of a terminal that is open when a journal has been done: of one beside the first. */
export const hostOfTerminal = (
  journal: readonly LabInput[],
  terminal: number | undefined,
): string | undefined =>
  journal.reduce<string | undefined>((host, input) => {
    if (input.kind === 'close' && input.terminal === terminal) return undefined
    return input.kind === 'open' && input.terminal === terminal ? input.host : host
  }, undefined)

import { isDone } from './dots.ts'
import type { Mistake, StudentRow } from './protocol.ts'

/** Mistakes without a goal in between that are more than one try. */
const MISTAKES = 2

/** What a teacher sees of a student who does not get on. */
export interface Stuck {
  /** Whole minutes since the last goal. */
  readonly minutes: number
  /** Mistakes since then. */
  readonly mistakes: number
  readonly last: Mistake | undefined
}

/**
 * Whether a student is stuck: no new goal for some minutes, while mistakes grow. Who thinks, reads or is
 * done is not.
 * @param now The server's clock, in milliseconds.
 * @param minutes How long it takes.
 */
export function stuckOf(row: StudentRow, now: number, minutes: number): Stuck | undefined {
  const passed = Math.floor((now - row.progressAt) / 60_000)
  const mistakes = row.made - row.madeThen
  if (!row.isHere || isDone(row.dots) || passed < minutes || mistakes < MISTAKES) return undefined
  return { minutes: passed, mistakes, last: row.mistakes.at(-1) }
}

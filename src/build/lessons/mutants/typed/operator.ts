import type { WorldSpec } from '../../../../world/spec.ts'
import type { Cause } from '../causes.ts'
import type { Dice } from '../dice.ts'
import type { ScriptLine } from './script.ts'

/** What an operator may look at beside the line. */
export interface Surroundings {
  /** Every typed line of the play. */
  readonly lines: readonly ScriptLine[]
  /** The place of the line among them. */
  readonly index: number
  readonly world: WorldSpec
  readonly dice: Dice
}

/** A line that is typed in place of another, or of another two. */
export interface Mistake {
  readonly cause: Cause
  /** What is typed in its place; nothing where the line is left out. */
  readonly put: readonly string[]
  /** Of a line beside it: that one is typed first. Then `put` is not looked at. */
  readonly swapWith?: ScriptLine
  /** Whether the line itself is typed too, and where. */
  readonly keep?: 'before' | 'after'
  /** The verb that was meant. */
  readonly meant?: string
}

/** Makes mistakes of one kind in a line. */
export type TypedOperator = (line: ScriptLine, around: Surroundings) => Iterable<Mistake>

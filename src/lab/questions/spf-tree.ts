import { MAX_LOOKUPS, MAX_VOIDS } from '../../auth/spf/limits.ts'
import type { Step } from '../../core/trace.ts'
import {
  budgetCells,
  spfTree as treeOf,
  type BudgetCell,
  type SpfCheck,
} from '../views/spf-tree.ts'
import type { Question } from './question.ts'

/** An SPF check, term by term, and the lookups that it spent. */
export interface SpfTree {
  readonly tree: SpfCheck
  /** The lookups of a whole check, and those beyond. */
  readonly cells: readonly BudgetCell[]
  readonly maxLookups: number
  readonly maxVoids: number
}

/** Asked with the trace of an SPF verdict. */
export const spfTree: Question<{ readonly trace: Step }, SpfTree> = {
  answer({ trace }) {
    const tree = treeOf(trace)
    return { tree, cells: budgetCells(tree), maxLookups: MAX_LOOKUPS, maxVoids: MAX_VOIDS }
  },
}

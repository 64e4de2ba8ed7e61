import type { Oracle } from './suite.ts'
import { spfOracle } from './spf/compare.ts'

/** Every oracle, in the order in which they run. */
export const oracles: readonly Oracle[] = [spfOracle]

import { spfFamilyOf } from './family-of.ts'
import * as syntaxRules from './syntax-rules/index.ts'

/** SPF records, by all rules. */
export const spfFamily = spfFamilyOf(syntaxRules)

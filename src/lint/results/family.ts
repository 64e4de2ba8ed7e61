import { mapPlain } from '../../core/mapped-text.ts'
import { runRules } from '../../core/rule.ts'
import { parseResults } from '../../auth/results/parse.ts'
import { defaults, inRunOrder, type FieldFamily } from '../family.ts'
import * as rules from './rules/index.ts'

const ordered = inRunOrder(rules)

/** The value of an Authentication-Results field. */
export const resultsFamily: FieldFamily = {
  kind: 'field',
  field: 'Authentication-Results',
  prefixes: ['results'],
  defaults: defaults('syntax'),
  rules: ordered,
  lint: (text, value, file = 'message') =>
    runRules(ordered, parseResults(text, value), { file, text: mapPlain(text) }),
}

import type { Diagnostic } from '../../core/diagnostic.ts'
import { mapPlain } from '../../core/mapped-text.ts'
import { runRules } from '../../core/rule.ts'
import type { Span } from '../../core/span.ts'
import { parseResults } from '../../auth/results/parse.ts'
import { resultsRules } from './rules/index.ts'

/**
 * What is amiss with an Authentication-Results field.
 * @param within The field's value in `text`; all of it by default. Findings count in `text`.
 * @param file What the text is called; `message` by default.
 */
export function lintResults(text: string, within?: Span, file = 'message'): Diagnostic[] {
  return runRules(resultsRules, parseResults(text, within), { file, text: mapPlain(text) })
}

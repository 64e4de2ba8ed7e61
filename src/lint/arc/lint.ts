import type { Diagnostic } from '../../core/diagnostic.ts'
import { mapPlain } from '../../core/mapped-text.ts'
import { runRules } from '../../core/rule.ts'
import type { Message } from '../../message/parse.ts'
import { arcRules } from './rules/index.ts'
import { arcSubject } from './subject.ts'

/**
 * What is amiss with the ARC fields of a message, as they stand: nothing is asked and nothing
 * computed. Nothing for a message without them.
 * @param file What the message is called; `message` by default. Spans count its octets.
 */
export function lintArc(message: Message, file = 'message'): Diagnostic[] {
  return runRules(arcRules, arcSubject(message), { file, text: mapPlain(message.text) })
}

import type { Diagnostic } from '../../core/diagnostic.ts'
import { mapPlain } from '../../core/mapped-text.ts'
import { runRules } from '../../core/rule.ts'
import type { Message } from '../../message/parse.ts'
import { unsubscribeRules } from './rules/index.ts'
import { unsubscribeSubject } from './subject.ts'

/**
 * What is amiss with the ways to unsubscribe that a message offers; nothing where it offers none.
 * Whether its signatures hold is for `verifyDkim` to say.
 * @param file What the message is called; `message` by default. Spans count its octets.
 */
export function lintUnsubscribe(message: Message, file = 'message'): Diagnostic[] {
  const source = { file, text: mapPlain(message.text) }
  return runRules(unsubscribeRules, unsubscribeSubject(message), source)
}

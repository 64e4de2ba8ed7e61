import type { Diagnostic } from '../../core/diagnostic.ts'
import { mapPlain } from '../../core/mapped-text.ts'
import { runRules, type Rule } from '../../core/rule.ts'
import { formatSubject, type FormatSubject } from './subject.ts'
import { mimeRules } from './mime-rules/index.ts'
import type { Message } from '../../message/parse.ts'
import { messageRules } from './rules/index.ts'

/** Findings of one rule that are told of a message: a limit of ours. */
const MAX_FINDINGS = 100

/**
 * What is amiss with the form of a message: its lines, its fields, its dates and addresses, its
 * parts. What its fields say of signatures and verdicts is for others to judge.
 * @param file What the message is called; `message` by default. Spans count its octets.
 */
export const lintFormat = (message: Message, file = 'message'): Diagnostic[] =>
  runRules([...messageRules, ...mimeRules].map(withLimit), formatSubject(message, file), {
    file,
    text: mapPlain(message.text),
  })

const withLimit = (rule: Rule<FormatSubject>): Rule<FormatSubject> => ({
  ...rule,
  *check(subject) {
    let left = MAX_FINDINGS
    for (const found of rule.check(subject))
      if (left-- > 0) yield found
      else return
  },
})

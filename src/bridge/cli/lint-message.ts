import type { Diagnostic } from '../../core/diagnostic.ts'
import { lintArc } from '../../auth/arc/lint.ts'
import { lintSignatures } from '../../auth/dkim/lint-signature.ts'
import { lintUnsubscribe } from '../../auth/list-unsubscribe/lint.ts'
import { lintResults } from '../../auth/results/lint.ts'
import { fieldsNamed } from '../../message/field.ts'
import type { Message } from '../../message/parse.ts'

/** What is amiss with the fields of a message, as they stand, in its order. */
export const lintMessage = (message: Message, file: string): Diagnostic[] =>
  [
    ...lintSignatures(message, file),
    ...lintArc(message, file),
    ...lintUnsubscribe(message, file),
    ...fieldsNamed(message, 'Authentication-Results').flatMap(({ valueSpan }) =>
      lintResults(message.text, valueSpan, file),
    ),
  ].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)

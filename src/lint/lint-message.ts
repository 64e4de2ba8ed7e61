import type { Diagnostic } from '../core/diagnostic.ts'
import { lintArc } from './arc/lint.ts'
import { lintSignatures } from './dkim/lint-signature.ts'
import { lintUnsubscribe } from './list-unsubscribe/lint.ts'
import { lintResults } from './results/lint.ts'
import { fieldsNamed } from '../message/field.ts'
import { lintFormat } from './message/lint.ts'
import type { Message } from '../message/parse.ts'

/**
 * What is amiss with a message as it stands: the form of its lines, fields and parts, its signatures,
 * its ARC sets, its Authentication-Results, its ways to unsubscribe. Nothing is asked and nothing
 * computed.
 * @param file What the message is called; `message` by default.
 * @returns In the order of the message; spans count its octets.
 *
 * @example
 * const message = parseMessage(bytes)
 * for (const found of lintMessage(message)) console.log(renderFrame(found, message.text))
 */
export const lintMessage = (message: Message, file = 'message'): Diagnostic[] =>
  [
    ...lintFormat(message, file),
    ...lintSignatures(message, file),
    ...lintArc(message, file),
    ...lintUnsubscribe(message, file),
    ...fieldsNamed(message, 'Authentication-Results').flatMap(({ valueSpan }) =>
      lintResults(message.text, valueSpan, file),
    ),
  ].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)

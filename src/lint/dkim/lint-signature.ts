import type { Diagnostic } from '../../core/diagnostic.ts'
import { mapPlain } from '../../core/mapped-text.ts'
import { runRules } from '../../core/rule.ts'
import { fieldsNamed, type HeaderField } from '../../message/field.ts'
import type { Message } from '../../message/parse.ts'
import { signatureRules } from './signature-rules/index.ts'
import { signatureSubject } from './signature-subject.ts'

/**
 * What is amiss with a DKIM-Signature field, as it stands: nothing is asked and nothing computed.
 * @param file What the message is called; `message` by default. Spans count its octets.
 */
export function lintSignature(
  field: HeaderField,
  message: Message,
  file = 'message',
): Diagnostic[] {
  const source = { file, text: mapPlain(message.text) }
  return runRules(signatureRules, signatureSubject(message, field), source)
}

/** All signatures of a message, in its order. */
export const lintSignatures = (message: Message, file?: string): Diagnostic[] =>
  fieldsNamed(message, 'DKIM-Signature').flatMap((field) => lintSignature(field, message, file))

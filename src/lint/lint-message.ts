import { asCharacters } from '../core/bytes.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { fieldsNamed } from '../message/field.ts'
import type { Message } from '../message/parse.ts'
import { messageFamilies } from './message-families.ts'
import { inReadingOrder } from './reading-order.ts'
import { isWanted, type Advice } from './zone-profiles.ts'

/**
 * Reports problems of a message as it is written: its lines, fields and parts, its signatures, its
 * ARC sets, its Authentication-Results, its ways to unsubscribe. Nothing is asked and nothing
 * computed.
 * @param file What the message is called; `message` by default.
 * @param advice Whether advice is reported too; `omitted` by default.
 * @returns In the order of the message; spans count its octets.
 *
 * @example
 * const message = parseMessage(bytes)
 * for (const found of lintMessage(message)) console.log(renderFrame(found, message.text))
 */
export const lintMessage = (
  message: Message,
  file = 'message',
  advice: Advice = 'omitted',
): Diagnostic[] =>
  inReadingOrder(
    messageFamilies
      .filter(({ defaults: { recommended } }) => isWanted(recommended, advice))
      .flatMap((family) =>
        family.kind === 'message'
          ? family.lint(message, file)
          : fieldsNamed(message, family.field).flatMap(({ valueSpan }) =>
              family.lint(message.text, valueSpan, file),
            ),
      )
      .map(readable),
  )

/** What a finding quotes of a message is octets: a person reads the characters that they spell. */
const readable = (found: Diagnostic): Diagnostic => ({
  ...found,
  inOctets: true,
  message: asCharacters(found.message),
  related: found.related.map((one) => ({ ...one, message: asCharacters(one.message) })),
  fixes: found.fixes.map((fix) => ({ ...fix, title: asCharacters(fix.title) })),
})

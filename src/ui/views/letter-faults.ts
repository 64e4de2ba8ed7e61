import type { Diagnostic } from '../../core/diagnostic.ts'
import { lintFormat } from '../../lint/message/lint.ts'
import { parseMessage } from '../../message/parse.ts'
import { lineOf, type MarkedLine } from './zone-line.ts'

/** Something that is amiss with a letter, and the line that it stands in. */
export interface LetterFault {
  readonly found: Diagnostic
  readonly line: MarkedLine
}

/** What is amiss with the form of a letter, in its order; of one place the weightiest first. */
export function letterFaults(bytes: Uint8Array): LetterFault[] {
  const message = parseMessage(bytes)
  const text = message.text.replaceAll('\r\n', ' \n')
  return lintFormat(message, 'letter')
    .sort((a, b) => a.span.from - b.span.from || rank(a) - rank(b))
    .map((found) => ({ found, line: lineOf(text, found) }))
}

const rank = ({ severity }: Diagnostic): number =>
  ['error', 'warning', 'info', 'hint'].indexOf(severity)

import type { Diagnostic } from '../../core/diagnostic.ts'
import { inCharacters, readableText } from '../../core/octet-text.ts'
import { lintMessage } from '../../lint/lint-message.ts'
import { parseMessage } from '../../message/parse.ts'
import { lineOf, type MarkedLine } from './zone-line.ts'

/** A problem of a message, and the line that it is in. */
export interface LocatedProblem {
  readonly found: Diagnostic
  readonly line: MarkedLine
}

/** The problems of a message as it is written, in its order; at one place the most severe first. */
export function locatedProblems(bytes: Uint8Array): LocatedProblem[] {
  const message = parseMessage(bytes)
  const readable = readableText(message.text)
  const text = readable.text.replaceAll('\r\n', ' \n')
  return lintMessage(message, 'message')
    .map((found) => inCharacters(found, readable))
    .sort((a, b) => a.span.from - b.span.from || rank(a) - rank(b))
    .map((found) => ({ found, line: lineOf(text, found) }))
}

const rank = ({ severity }: Diagnostic): number =>
  ['error', 'warning', 'info', 'hint'].indexOf(severity)

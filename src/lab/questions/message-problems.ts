import type { Diagnostic } from '../../core/diagnostic.ts'
import { inCharacters, readableText } from '../../core/octet-text.ts'
import { lintMessage } from '../../lint/lint-message.ts'
import { parseMessage } from '../../message/parse.ts'
import type { Question } from './question.ts'

/** The problems of a message as it is written, and the text that their spans stand in. */
export interface MessageProblems {
  readonly text: string
  /** In its order; at one place the most severe first. */
  readonly problems: readonly Diagnostic[]
}

export const messageProblems: Question<{ readonly bytes: Uint8Array }, MessageProblems> = {
  answer({ bytes }) {
    const message = parseMessage(bytes)
    const readable = readableText(message.text)
    return {
      text: readable.text,
      problems: lintMessage(message, 'message')
        .map((found) => inCharacters(found, readable))
        .sort((a, b) => a.span.from - b.span.from || rank(a) - rank(b)),
    }
  },
}

const rank = ({ severity }: Diagnostic): number =>
  ['error', 'warning', 'info', 'hint'].indexOf(severity)

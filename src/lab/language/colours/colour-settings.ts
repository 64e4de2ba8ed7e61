import type { ColouredLine } from './colour-line.ts'
import { firstState } from './line-state.ts'
import type { Token } from './token.ts'

/** Colours one line of the settings of a host: a comment, a name with its value, or more of a value. */
export function colourSettings(text: string): ColouredLine {
  return { tokens: [...tokensOf(text)], next: firstState }
}

function* tokensOf(text: string): Generator<Token> {
  const from = text.length - text.trimStart().length
  if (text[from] === '#') return yield { kind: 'comment', from, to: text.length }
  const equals = from > 0 ? -1 : text.indexOf('=')
  if (equals < 1) return
  yield { kind: 'directive', from: 0, to: text.slice(0, equals).trimEnd().length }
  yield { kind: 'punctuation', from: equals, to: equals + 1 }
}

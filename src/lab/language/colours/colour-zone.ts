import { colourLine } from './colour-line.ts'
import { firstState } from './line-state.ts'
import type { Token } from './token.ts'

/** Colours a whole text; the tokens of each line count from its start. */
export function colourZone(text: string): (readonly Token[])[] {
  let state = firstState
  return text.split('\n').map((line) => {
    const { tokens, next } = colourLine(line, state)
    state = next
    return tokens
  })
}

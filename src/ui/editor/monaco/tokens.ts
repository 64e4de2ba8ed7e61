import type * as monaco from 'monaco-editor/editor'
import type { ColourLine } from '../../../lab/language/colours/colour-document.ts'
import {
  firstState,
  isSameState,
  type LineState,
} from '../../../lab/language/colours/line-state.ts'

/** What Monaco's theme calls a kind of token. */
export const scopeOf = (kind: string): string => `zone-${kind}`

class State implements monaco.languages.IState {
  readonly line: LineState

  constructor(line: LineState) {
    this.line = line
  }

  /** It never changes, so it is its own copy. */
  clone(): State {
    return this
  }

  equals(other: monaco.languages.IState): boolean {
    return other instanceof State && isSameState(this.line, other.line)
  }
}

/**
 * Colours line by line: after a key Monaco asks for its line, and on to where nothing changes. A gap
 * goes with the word before it: each stretch of another colour is an element that is made at each key.
 */
export const tokensBy = (colour: ColourLine): monaco.languages.TokensProvider => ({
  getInitialState: () => new State(firstState),
  tokenize(text, state) {
    const { tokens, next } = colour(text, (state as State).line)
    const found: monaco.languages.IToken[] = []
    let at = 0
    for (const { kind, from, to } of tokens) {
      if (text.slice(at, from).trim() || (from > 0 && at === 0))
        found.push({ startIndex: at, scopes: '' })
      found.push({ startIndex: from, scopes: scopeOf(kind) })
      at = to
    }
    if (text.slice(at).trim() || (text && at === 0)) found.push({ startIndex: at, scopes: '' })
    return { tokens: found, endState: new State(next) }
  },
})

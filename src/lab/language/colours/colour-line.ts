import { isClass, typeNumber } from '../../../dns/zone/type-numbers.ts'
import type { FieldKind } from '../../../dns/record-type.ts'
import { parseDuration } from '../../../dns/zone/duration.ts'
import { lexLine } from '../../../dns/zone/lexer.ts'
import { startsRecord } from '../../../dns/zone/starts-record.ts'
import type { Token as LexedToken } from '../../../dns/zone/tokens.ts'
import { colourStrings, type TextWord } from './colour-strings.ts'
import { between, type LineState } from './line-state.ts'
import type { Token, TokenKind } from './token.ts'
import { fieldKinds, tagLabels } from './words.ts'

export interface ColouredLine {
  /** In order; they do not overlap. */
  readonly tokens: readonly Token[]
  /** What the next line begins in. */
  readonly next: LineState
}

/**
 * Colours one line of a zone by what its words mean. Takes any text; linear time.
 * @param text The line without its end.
 * @param before What the line before ended in; `firstState` for the first.
 */
export function colourLine(text: string, before: LineState): ColouredLine {
  const line = lexLine(text, 0, text.length)
  const goesOn = before.depth > 0 && !(startsRecord(line, text) && !line.indented)
  const reading = new LineReading(
    text,
    goesOn ? before : { ...between(before), indented: line.indented },
  )
  for (const token of line.tokens) reading.read(token)
  return reading.end()
}

/** One line while it is read from left to right. */
class LineReading {
  private readonly tokens: Token[] = []
  private readonly strings: TextWord[] = []
  private readonly text: string
  private state: LineState

  constructor(text: string, state: LineState) {
    this.text = text
    this.state = state
  }

  read(token: LexedToken): void {
    const { depth } = this.state
    if (token.kind === 'comment') this.paint('comment', token)
    else if (token.kind === 'open') this.punctuate(token, depth + 1)
    else if (token.kind === 'close') this.punctuate(token, Math.max(0, depth - 1))
    else this.readWord(token)
  }

  end(): ColouredLine {
    const found = colourStrings(this.strings, this.state)
    const tokens = found.tokens.length ? merge(this.tokens, found.tokens) : this.tokens
    const { text, inValue } = found
    const next = this.state.depth ? { ...this.state, text, inValue } : between(this.state)
    return { tokens, next }
  }

  private punctuate(token: LexedToken, depth: number): void {
    this.paint('punctuation', token)
    this.state = { ...this.state, depth }
  }

  private readWord(token: LexedToken): void {
    if (this.state.place === 'start') this.readFirst(token)
    else if (this.state.place === 'directive') this.readDirective(token)
    else if (this.state.place === 'head') this.readHead(token)
    else this.readData(token)
  }

  /** A directive, or the owner; a line that starts with white space has none. */
  private readFirst(token: LexedToken): void {
    if (this.state.indented) return this.readHead(token)
    const word = this.wordOf(token)
    if (word.startsWith('$') && token.kind === 'word') {
      this.paint('directive', token)
      this.state = { ...this.state, place: 'directive', word: word.toUpperCase() }
      return
    }
    this.paint('owner', token)
    const isTagOwner = token.kind === 'word' ? this.isTagName(word) : this.state.isTagOwner
    this.state = { ...this.state, place: 'head', isTagOwner }
  }

  private readDirective(token: LexedToken): void {
    const { word } = this.state
    this.paint(token.kind === 'string' ? 'string' : word === '$TTL' ? 'ttl' : 'name', token)
    if (word === '$ORIGIN')
      this.state = { ...this.state, isTagOrigin: this.isTagName(this.wordOf(token)) }
  }

  /** TTL and class may come in either order, or not at all; then comes the type (RFC 1035 §5.1). */
  private readHead(token: LexedToken): void {
    const word = token.kind === 'word' ? this.wordOf(token) : ''
    const { hasTtl, hasClass } = this.state
    if (!hasTtl && parseDuration(word) !== undefined) {
      this.paint('ttl', token)
      this.state = { ...this.state, place: 'head', hasTtl: true }
    } else if (!hasClass && isClass(word)) {
      this.paint('class', token)
      this.state = { ...this.state, place: 'head', hasClass: true }
    } else if (typeNumber(word) !== undefined) {
      this.paint('type', token)
      this.state = { ...this.state, place: 'data', word: word.toUpperCase() }
    } else {
      // Half a word: what follows is data of no type yet.
      this.state = { ...this.state, place: 'data', word: '' }
      this.readData(token)
    }
  }

  private readData(token: LexedToken): void {
    const { word, count } = this.state
    this.state = { ...this.state, count: count + 1 }
    const kinds = fieldKinds[word] ?? NO_FIELDS
    const field = kinds[count] ?? (kinds.at(-1) === 'text' ? 'text' : undefined)
    const kind = token.kind === 'string' ? 'string' : field && COLOURS[field]
    if (kind) this.paint(kind, token)
    if (kinds[0] === 'text') this.strings.push(this.textOf(token))
  }

  private textOf({ kind, span: { from, to }, unbalanced }: LexedToken): TextWord {
    const [start, end] = kind === 'string' ? [from + 1, unbalanced ? to : to - 1] : [from, to]
    return { raw: this.text.slice(start, end), at: start }
  }

  /** Whether lists of tags stand at a name, or at the origin that it ends in. */
  private isTagName(name: string): boolean {
    const labels = name.toLowerCase().split('.')
    if (labels.some((label) => tagLabels.includes(label))) return true
    return !name.endsWith('.') && this.state.isTagOrigin
  }

  private readonly wordOf = ({ span: { from, to } }: LexedToken): string =>
    this.text.slice(from, to)

  private paint(kind: TokenKind, { span: { from, to } }: LexedToken): void {
    this.tokens.push({ kind, from, to })
  }
}

const NO_FIELDS: readonly FieldKind[] = []

const COLOURS: Readonly<Record<FieldKind, TokenKind | undefined>> = {
  name: 'name',
  address: 'address',
  number: 'number',
  duration: 'number',
  string: 'string',
  text: 'string',
  other: undefined,
}

/** The tokens with the parts of strings in them: a string is cut where a part of it has a colour. */
function merge(whole: readonly Token[], parts: readonly Token[]): Token[] {
  const merged: Token[] = []
  let next = 0
  for (const token of whole) {
    let at = token.from
    for (; next < parts.length && parts[next]!.from < token.to; next++) {
      const part = parts[next]!
      if (part.from > at) merged.push({ kind: token.kind, from: at, to: part.from })
      merged.push(part)
      at = part.to
    }
    if (at < token.to) merged.push({ kind: token.kind, from: at, to: token.to })
  }
  return merged
}

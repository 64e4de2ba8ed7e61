import type { ColouredLine } from './colour-line.ts'
import type { LineState } from './line-state.ts'
import type { Token } from './token.ts'

/** How many boundaries of a message are known at once; further ones have no colour. */
const MOST_BOUNDARIES = 20

/**
 * Colours one line of a message: the names of its fields, the boundaries that a field above named, and the
 * fields of parts below those. In the state, `place` is `data` in a body, and `word` has the boundaries.
 */
export function colourMessage(text: string, before: LineState): ColouredLine {
  const line = text.replace(/\r$/, '')
  if (before.place === 'data') return inBody(line, before)
  if (line === '') return { tokens: [], next: { ...before, place: 'data' } }
  const next = { ...before, word: withBoundary(before.word, line) }
  return { tokens: [...fieldTokens(line)], next }
}

function inBody(line: string, before: LineState): ColouredLine {
  const boundary = boundariesOf(before.word).find((one) => isDelimiter(line, one))
  if (boundary === undefined) return { tokens: [], next: before }
  const isLast = line.trimEnd() !== `--${boundary}`
  const tokens: Token[] = [{ kind: 'directive', from: 0, to: line.trimEnd().length }]
  return { tokens, next: isLast ? before : { ...before, place: 'head' } }
}

function isDelimiter(line: string, boundary: string): boolean {
  const rest = line.startsWith(`--${boundary}`) ? line.slice(boundary.length + 2).trimEnd() : 'no'
  return rest === '' || rest === '--'
}

function* fieldTokens(line: string): Generator<Token> {
  const [, name] = /^([!-9;-~]+)[ \t]*:/.exec(line) ?? []
  if (name === undefined) return
  yield { kind: 'type', from: 0, to: name.length }
  const colon = line.indexOf(':')
  yield { kind: 'punctuation', from: colon, to: colon + 1 }
}

const boundariesOf = (word: string): string[] => (word === '' ? [] : word.split('\n'))

function withBoundary(word: string, line: string): string {
  const [, quoted, bare] = /\bboundary="?(?:(?<=")([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(line) ?? []
  const found = quoted ?? bare
  const known = boundariesOf(word)
  if (found === undefined || known.includes(found) || known.length >= MOST_BOUNDARIES) return word
  return [...known, found].join('\n')
}

import { onceForText } from '../../../core/once.ts'
import { unfold } from '../../../message/field.ts'
import { tokensOf, type Token } from './tokens.ts'

/** A value and its parameters as they are written (RFC 2045 §5.1); `text/plain; charset=utf-8`. */
export interface Parameterized {
  readonly value: string
  readonly parameters: readonly Parameter[]
}

export type Parameter = readonly [name: string, value: string]

/**
 * Reads `Content-Type`, `Content-Disposition` and their like; comments go. Never throws. The same few
 * come back in most messages, so that they are read once.
 */
export const parseParameterized: (text: string) => Parameterized = onceForText((text) => {
  const [head = [], ...rest] = splitAt(text, ';')
  return { value: joined(head), parameters: rest.flatMap((tokens) => readParameter(text, tokens)) }
})

/** Lists of tokens such as `Content-Language: en, de` (RFC 3282 §2). */
export const parseTokens = (text: string): string[] =>
  splitAt(text, ',')
    .map(joined)
    .filter((token) => token !== '')

/** The first token of a field such as `Content-Transfer-Encoding`. */
export const parseToken = (text: string): string =>
  LONE_TOKEN.test(text) ? text : joined(splitAt(text, ';')[0] ?? [])

const LONE_TOKEN = /^[\w-]*$/

function splitAt(text: string, separator: string): Token[][] {
  const parts: Token[][] = [[]]
  for (const token of tokensOf(text)) {
    if (token.kind === 'special' && token.text === separator) parts.push([])
    else if (token.kind !== 'comment') parts.at(-1)!.push(token)
  }
  return parts
}

const textOf = ({ kind, text }: Token): string => (kind === 'literal' ? `[${text}]` : text)

function joined(tokens: readonly Token[]): string {
  let whole = ''
  for (const token of tokens) whole += textOf(token)
  return whole
}

/** The name ends at the first `=` outside quotes; what is no parameter is left out. */
function readParameter(text: string, tokens: readonly Token[]): Parameter[] {
  const holder = tokens.findIndex(({ kind, text }) => kind === 'atom' && text.includes('='))
  if (holder < 0) return []
  const { text: atom } = tokens[holder]!
  const equals = atom.indexOf('=')
  const name = joined(tokens.slice(0, holder)) + atom.slice(0, equals)
  const value = spaced(text, tokens.slice(holder))
    .slice(equals + 1)
    .trimStart()
  return name === '' ? [] : [[name, value]]
}

/** A value that should be in quotes keeps its spaces; a comment within it counts as one. */
function spaced(text: string, tokens: readonly Token[]): string {
  let end = tokens[0]!.from
  let written = ''
  for (const token of tokens) {
    if (token.from > end) {
      const gap = text.slice(end, token.from)
      written += gap.includes('(') ? ' ' : unfold(gap)
    }
    written += textOf(token)
    end = token.to
  }
  return written
}

/** The first value of that name, given in lower case. */
export const parameterOf = (parameters: readonly Parameter[], lower: string): string | undefined =>
  parameters.find(([name]) => name.toLowerCase() === lower)?.[1]

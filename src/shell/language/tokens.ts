import { span, type Span } from '../../core/span.ts'
import type { LineProblem, RawWord } from './tree.ts'
import { readWord } from './word.ts'

/** What a line is made of. */
export type Token =
  | { readonly kind: 'word'; readonly word: RawWord; readonly span: Span }
  | { readonly kind: 'operator'; readonly operator: Operator; readonly span: Span }

export type Operator = (typeof OPERATORS)[number]

/** The longer ones first, as they are looked for in this order. */
const OPERATORS = [
  ...['2>&1', '2>>', '&>>', '1>>', '2>', '1>', '&>', '>&2', '>>', '>', '<'],
  ...['&&', '||', '|', ';'],
] as const

/** Those that begin with a digit, which is one only where a word begins. */
const isAtWordStart = (operator: Operator): boolean => /^\d/.test(operator)

/**
 * Splits a line into words and operators; `#` at the start of a word begins a comment. Never throws.
 * Linear.
 */
export function readTokens(line: string): {
  readonly tokens: readonly Token[]
  readonly problem?: LineProblem
} {
  const tokens: Token[] = []
  let at = skipBlanks(line, 0)
  while (at < line.length && line[at] !== '#') {
    const token = readToken(line, at)
    if ('message' in token) return { tokens, problem: token }
    tokens.push(token)
    at = skipBlanks(line, token.span.to)
  }
  return { tokens }
}

function skipBlanks(line: string, from: number): number {
  let at = from
  while (at < line.length && /\s/.test(line[at]!)) at++
  return at
}

function readToken(line: string, at: number): Token | LineProblem {
  const foreign = foreignOperator(line, at)
  if (foreign) return foreign
  const operator = OPERATORS.find((each) => line.startsWith(each, at))
  if (operator && (!isAtWordStart(operator) || isBlankBefore(line, at)))
    return { kind: 'operator', operator, span: span(at, at + operator.length) }
  const word = readWord(line, at)
  return 'message' in word ? word : { kind: 'word', word, span: word.span }
}

const isBlankBefore = (line: string, at: number): boolean =>
  at === 0 || /[\s|;&]/.test(line[at - 1]!)

const itself = (text: string): string => `To write \`${text}\` itself, put it in quotes.`

/** What other shells know and this one does not, with what to do instead. */
function foreignOperator(line: string, at: number): LineProblem | undefined {
  const found = FOREIGN.find(({ text }) => line.startsWith(text, at))
  if (!found || found.unless?.some((text) => line.startsWith(text, at))) return undefined
  return {
    span: span(at, at + found.text.length),
    message: `${found.message} ${itself(found.text)}`,
  }
}

const FOREIGN: readonly {
  readonly text: string
  readonly unless?: readonly string[]
  readonly message: string
}[] = [
  {
    text: '<<',
    message:
      'This terminal reads no text from the lines behind a command. `printf` and a pipe give a program its input, or a file does: `< file`.',
  },
  {
    text: '&',
    unless: ['&&', '&>'],
    message: 'Nothing runs in the background here: press Enter, or join two commands with `&&`.',
  },
  {
    text: '(',
    message: 'Commands are not grouped with parentheses here: join them with `;` or `&&`.',
  },
  {
    text: ')',
    message: 'Commands are not grouped with parentheses here: join them with `;` or `&&`.',
  },
]

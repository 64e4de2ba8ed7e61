import { tokensOf, type Token } from '../tokens.ts'

/** A value with parameters: `text/plain; charset=utf-8`, `attachment; filename="a.txt"`. */
export interface ParameterValue {
  /** In lower case. */
  readonly value: string
  /** By name in lower case; the first of a name counts. */
  readonly parameters: Readonly<Record<string, string>>
}

/** Reads `Content-Type` and `Content-Disposition` (RFC 2045 §5.1, RFC 2183 §2). Never throws. */
export function parseParameterValue(text: string): ParameterValue {
  const [head = [], ...rest] = splitAtSemicolons(text)
  const parameters: Record<string, string> = {}
  for (const tokens of rest) {
    const [name, value] = readParameter(tokens)
    if (name !== '' && !Object.hasOwn(parameters, name)) parameters[name] = value
  }
  return { value: textOf(head).toLowerCase(), parameters }
}

function splitAtSemicolons(text: string): Token[][] {
  const parts: Token[][] = [[]]
  for (const token of tokensOf(text)) {
    if (token.kind === 'special' && token.text === ';') parts.push([])
    else if (token.kind !== 'comment' && token.kind !== 'white') parts.at(-1)!.push(token)
  }
  return parts
}

const textOf = (tokens: readonly Token[]): string =>
  tokens.map((token) => (token.kind === 'literal' ? `[${token.text}]` : token.text)).join('')

/** `name=value`: a quoted value is a token of its own, an unquoted one runs on in the atom. */
function readParameter(tokens: readonly Token[]): [name: string, value: string] {
  const [first, ...more] = tokens
  const equals = first?.text.indexOf('=') ?? -1
  if (!first || first.kind !== 'atom' || equals < 0) {
    const [second, ...rest] = more
    if (first?.kind === 'atom' && second?.text.startsWith('='))
      return [first.text.toLowerCase(), second.text.slice(1) + textOf(rest)]
    return ['', '']
  }
  return [first.text.slice(0, equals).toLowerCase(), first.text.slice(equals + 1) + textOf(more)]
}

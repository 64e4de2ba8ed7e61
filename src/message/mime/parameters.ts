import { fromStrictUtf8, latin1 } from '../../core/bytes.ts'
import { cover, shift, slice, span, type Span } from '../../core/span.ts'
import { decodeCharset } from '../charset.ts'
import { unfold } from '../field.ts'
import { tokensOf, type Token } from '../tokens.ts'
import { joinPieces, type Piece } from './parameter-pieces.ts'
import type { ParameterProblem } from './parameter-problem.ts'

export type { ParameterProblem } from './parameter-problem.ts'

/** One parameter of a `Content-Type` or `Content-Disposition` field, its pieces put together. */
export interface Parameter {
  /** In lower case, without the stars of RFC 2231. */
  readonly name: string
  /** For people: percent signs undone, in its charset. */
  readonly value: string
  /** As it stands, one UTF-16 unit an octet: what a boundary is compared with. */
  readonly raw: string
  /** As RFC 2231 §4 gives them. */
  readonly charset?: string
  readonly language?: string
  /** From the first piece to the last. */
  readonly span: Span
}

/** A value and its parameters, as they stand. Spans count in the given text. */
export interface ParameterList {
  /** In lower case: `text/plain`, `attachment`. */
  readonly value: string
  readonly valueSpan: Span
  /** In order of their first piece; the first of a name counts. */
  readonly parameters: readonly Parameter[]
  readonly problems: readonly ParameterProblem[]
}

/** Parameters, or pieces of them, that are read: a limit of ours. */
export const MAX_PARAMETERS = 1000

/**
 * Reads a value with parameters (RFC 2045 §5.1, RFC 2183 §2), those of RFC 2231 too: pieces, charset
 * and language, percent signs. Never throws.
 * @param within The part of `text` to read; spans still count from its start.
 */
export function parseParameters(text: string, within: Span = span(0, text.length)): ParameterList {
  const problems: ParameterProblem[] = []
  const [head = [], ...rest] = splitAtSemicolons(slice(text, within), within.from, problems)
  const pieces: Piece[] = []
  for (const tokens of rest) {
    if (pieces.length >= MAX_PARAMETERS) {
      problems.push({
        kind: 'too-many',
        span: spanOf(tokens, within.to),
        message: `Only ${MAX_PARAMETERS} parameters are read.`,
      })
      break
    }
    const piece = tokens.length > 0 ? readPiece(text, tokens, problems) : undefined
    if (piece) pieces.push(piece)
  }
  const parameters = joinPieces(pieces, problems).map(toParameter(problems))
  return {
    value: textOf(head).toLowerCase(),
    valueSpan: spanOf(head, within.from),
    parameters,
    problems: problems.sort((a, b) => a.span.from - b.span.from),
  }
}

const spanOf = (tokens: readonly Token[], at: number): Span =>
  tokens.length > 0 ? cover(tokens[0]!.span, tokens.at(-1)!.span) : span(at, at)

function splitAtSemicolons(text: string, from: number, problems: ParameterProblem[]): Token[][] {
  const parts: Token[][] = [[]]
  for (const found of tokensOf(text)) {
    const token = { ...found, span: shift(found.span, from) }
    if (token.open)
      problems.push({
        kind: 'unclosed',
        span: token.span,
        message: 'What opens here is never closed.',
      })
    if (token.kind === 'special' && token.text === ';') parts.push([])
    else if (token.kind !== 'comment' && token.kind !== 'white') parts.at(-1)!.push(token)
  }
  return parts
}

const textOf = (tokens: readonly Token[]): string =>
  tokens.map((token) => (token.kind === 'literal' ? `[${token.text}]` : token.text)).join('')

/** The same with the white space between two tokens; a comment between them counts as a space. */
function spacedTextOf(text: string, tokens: readonly Token[]): string {
  let end = tokens[0]?.span.to ?? 0
  let spaced = ''
  for (const token of tokens) {
    const gap = text.slice(end, token.span.from)
    spaced += (gap.includes('(') ? ' ' : unfold(gap)) + textOf([token])
    end = token.span.to
  }
  return spaced
}

/** `name`, `name*`, `name*1`, `name*1*` (RFC 2231 §7). */
const NAME = /^([^*]+?)(?:\*(\d{1,6}))?(\*)?$/

/**
 * `name=value`: a quoted value is a token of its own, an unquoted one runs on in the atom. Where it
 * should have been quoted it goes up to the semicolon, with its spaces, as it was meant.
 */
function readPiece(
  text: string,
  tokens: readonly Token[],
  problems: ParameterProblem[],
): Piece | undefined {
  const whole = cover(tokens[0]!.span, tokens.at(-1)!.span)
  const quoted = tokens.find(({ kind }) => kind === 'quoted')
  const upTo = quoted ? tokens.slice(0, tokens.indexOf(quoted) + 1) : tokens
  const before = quoted ? upTo.slice(0, -1) : upTo
  const written = spacedTextOf(text, before)
  const equals = written.indexOf('=')
  if (equals <= 0) {
    problems.push({
      kind: 'no-value',
      span: whole,
      message: 'A parameter is a name, an equals sign and a value; this is none.',
    })
    return undefined
  }
  const bare = written.slice(equals + 1).trimStart()
  const value = quoted ? (bare === '' ? quoted.text : afterEquals(spacedTextOf(text, upTo))) : bare
  // RFC 2045 §5.1: what is special must be in quotes; readers mostly take it all the same.
  if (bare !== '' && /[\s()<>@,;:\\"/[\]?=]/.test(value))
    problems.push({
      kind: 'specials',
      span: whole,
      message: 'A value with spaces, or with characters like `/` or `=`, stands in quotes.',
    })
  const named = written.slice(0, equals).trim()
  const [, name = named, number, star] = NAME.exec(named) ?? []
  return {
    name: name.toLowerCase(),
    number: number === undefined ? undefined : Number(number),
    form: star === undefined ? 'plain' : 'extended',
    value,
    span: whole,
  }
}

const afterEquals = (written: string): string => written.slice(written.indexOf('=') + 1).trimStart()

/** Undoes the percent signs and the charset (RFC 2231 §4). */
const toParameter =
  (problems: ParameterProblem[]) =>
  (pieces: readonly Piece[]): Parameter => {
    const [first] = pieces
    const where = pieces.map((piece) => piece.span).reduce(cover)
    const head = first!.form === 'extended' ? /^([^']*)'([^']*)'/.exec(first!.value) : null
    if (first!.form === 'extended' && !head)
      problems.push({
        kind: 'charset',
        span: where,
        message:
          'A charset and a language, each with an apostrophe behind it, belong before this value.',
      })
    const values = pieces.map(({ value }, at) =>
      at === 0 && head ? value.slice(head[0].length) : value,
    )
    const octets = pieces
      .map(({ form }, at) => (form === 'extended' ? undone(values[at]!) : values[at]!))
      .join('')
    if (pieces.some(({ form }, at) => form === 'extended' && /%(?![0-9a-f]{2})/i.test(values[at]!)))
      problems.push({
        kind: 'percent',
        span: where,
        message: 'Two hexadecimal digits belong behind a `%`.',
      })
    const [charset, language] = [head?.[1], head?.[2]]
    return {
      name: first!.name,
      value: charset
        ? decodeCharset(latin1(octets), charset)
        : (fromStrictUtf8(latin1IfOctets(octets)) ?? octets),
      raw: octets,
      ...(charset ? { charset: charset.toLowerCase() } : {}),
      ...(language ? { language } : {}),
      span: where,
    }
  }

const undone = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)))

/** A text with characters over 255 is no octets: it is decoded already. */
const latin1IfOctets = (text: string): Uint8Array =>
  /^[\0-\xff]*$/.test(text) ? latin1(text) : Uint8Array.of(255)

import { NESTING } from '../limits.ts'
import { fail, failed, match, peek, type Parser, type Read, type Reader } from './reader.ts'

type Results<Parsers extends readonly Parser<unknown>[]> = {
  readonly [At in keyof Parsers]: Parsers[At] extends Parser<infer T> ? T : never
}

/** Exactly these characters, in any case. */
export function exactly(expected: string): Parser<string> {
  const wanted = expected.toUpperCase()
  return (reader) => {
    const found = reader.text.slice(reader.at, reader.at + expected.length)
    if (found.toUpperCase() !== wanted) return fail(reader, `\`${expected}\` is missing here`)
    reader.at += expected.length
    return wanted
  }
}

export function space(reader: Reader): Read<string> {
  if (peek(reader) !== ' ') return fail(reader, 'One space is missing here')
  reader.at++
  if (peek(reader) === ' ') return fail(reader, 'One space is enough')
  return ' '
}

/** One after another. */
export const sequence =
  <const Parsers extends readonly Parser<unknown>[]>(
    ...parsers: Parsers
  ): Parser<Results<Parsers>> =>
  (reader) => {
    const values: unknown[] = []
    for (const parser of parsers) {
      const value = parser(reader)
      if (value === failed) return failed
      values.push(value)
    }
    return values as unknown as Results<Parsers>
  }

/** One after another, a space between each two. */
export const words = <const Parsers extends readonly Parser<unknown>[]>(
  ...parsers: Parsers
): Parser<Results<Parsers>> =>
  sequence(
    ...parsers.map((parser, at) => (at === 0 ? parser : after(parser))),
  ) as unknown as Parser<Results<Parsers>>

/** The value behind a space. */
export const after =
  <T>(parser: Parser<T>): Parser<T> =>
  (reader) =>
    space(reader) === failed ? failed : parser(reader)

export const map =
  <T, U>(parser: Parser<T>, change: (value: T) => U): Parser<U> =>
  (reader) => {
    const value = parser(reader)
    return value === failed ? failed : change(value)
  }

/** A value that may be refused, with the reason in a sentence. */
export const check =
  <T, U>(parser: Parser<T>, change: (value: T) => U | Because): Parser<Exclude<U, Because>> =>
  (reader) => {
    const from = reader.at
    const value = parser(reader)
    if (value === failed) return failed
    const changed = change(value)
    if (changed !== null && typeof changed === 'object' && 'because' in changed)
      return fail(reader, changed.because, from)
    return changed as Exclude<U, Because>
  }

interface Because {
  readonly because: string
}

/** The first that can be read, from where all of them start. */
export const oneOf =
  <const Parsers extends readonly Parser<unknown>[]>(
    ...parsers: Parsers
  ): Parser<Results<Parsers>[number]> =>
  (reader) => {
    const { at, depth } = reader
    for (const parser of parsers) {
      const value = parser(reader)
      if (value !== failed) return value as Results<Parsers>[number]
      reader.at = at
      reader.depth = depth
    }
    return failed
  }

/** Nothing is read where it does not start with `start`. */
export const whereStarts =
  <T, U>(start: string, parser: Parser<T>, otherwise: U): Parser<T | U> =>
  (reader) =>
    reader.text.slice(reader.at, reader.at + start.length).toUpperCase() === start.toUpperCase()
      ? parser(reader)
      : otherwise

/** A space and the value behind it, unless the command ends here. */
export const maybe =
  <T, U = undefined>(parser: Parser<T>, otherwise?: U): Parser<T | U> =>
  (reader) =>
    peek(reader) === ' ' ? after(parser)(reader) : (otherwise as U)

/** One and more, a space between each two. */
export const several =
  <T>(parser: Parser<T>): Parser<readonly T[]> =>
  (reader) => {
    const values: T[] = []
    do {
      const value = parser(reader)
      if (value === failed) return failed
      values.push(value)
    } while (peek(reader) === ' ' && space(reader) !== failed)
    return values
  }

/** `(`, then what `parser` reads, then `)`. */
export const inParentheses =
  <T>(parser: Parser<T>): Parser<T> =>
  (reader) => {
    if (peek(reader) !== '(') return fail(reader, '`(` is missing here')
    if (reader.depth >= NESTING) return fail(reader, `More than ${NESTING} open parentheses`)
    reader.at++
    reader.depth++
    const value = parser(reader)
    if (value === failed) return failed
    if (peek(reader) !== ')') return fail(reader, '`)` is missing here')
    reader.at++
    reader.depth--
    return value
  }

/** `(a b c)`; with `orEmpty`, `()` too. */
export const list = <T>(parser: Parser<T>): Parser<readonly T[]> => inParentheses(several(parser))

export const listOrEmpty = <T>(parser: Parser<T>): Parser<readonly T[]> =>
  inParentheses((reader) => (peek(reader) === ')' ? [] : several(parser)(reader)))

/** One of a few names, in any case; read as a whole word. */
export function keyword<const Names extends readonly string[]>(
  ...names: Names
): Parser<Names[number]> {
  return (reader) => {
    const from = reader.at
    const word = match(reader, /[A-Za-z0-9.=+\-\\$]+/y)?.toUpperCase() ?? ''
    const known = names.find((name) => name.toUpperCase() === word)
    if (known !== undefined && !reader.unknown.has(known)) return known
    reader.at = from
    return fail(reader, `${names.map((name) => `\`${name}\``).join(' or ')} belongs here`)
  }
}

/** Nothing: a command without arguments. */
export const nothing: Parser<undefined> = () => undefined

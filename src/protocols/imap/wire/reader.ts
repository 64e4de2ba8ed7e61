import { span } from '../../../core/span.ts'
import type { SyntaxProblem } from '../../shared/syntax-problem.ts'
import type { NameProblem } from '../data/name-problem.ts'
import type { CommandLine, Literal } from './command-line.ts'

/** A place in a command that moves on as its parts are read. */
export interface Reader {
  readonly text: string
  readonly literals: readonly Literal[]
  /** Whether quoted strings may hold UTF-8: RFC 6855 §3, RFC 9051 §4.3. */
  readonly characters: 'ascii' | 'utf8'
  /** Names of items and keys that the server does not know. */
  readonly unknown: ReadonlySet<string>
  at: number
  /** Parentheses that are open. */
  depth: number
  /** The one farthest into the text: where no reading went on. */
  problem: SyntaxProblem | undefined
  /** Set where a string was read that can be no mailbox name: the command is well formed, and in vain. */
  refusedName: RefusedName | undefined
}

export interface RefusedName {
  /** As it was written. */
  readonly name: string
  readonly problem: NameProblem
}

export const failed = Symbol('failed')

export type Read<T> = T | typeof failed

/** Reads one thing from the place where the reader is. Never throws; `failed` leaves a problem. */
export type Parser<T> = (reader: Reader) => Read<T>

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly problem: SyntaxProblem
      /** What was read, where nothing is wrong but that more stands behind it. */
      readonly before?: { readonly value: T }
    }

/** Records what is missing at the reader's offset, or from `from` on. */
export function fail(reader: Reader, message: string, from = reader.at): typeof failed {
  const known = reader.problem
  if (!known || known.span.from <= from)
    reader.problem = {
      span: span(from, endOfWord(reader.text, Math.max(from, reader.at))),
      message,
    }
  return failed
}

function endOfWord(text: string, from: number): number {
  let at = from
  while (at < text.length && at < from + SHOWN && !' ()\r'.includes(text[at]!)) at++
  return Math.max(at, Math.min(from + 1, text.length))
}

const SHOWN = 40

export const readerOf = (
  { text, literals }: CommandLine,
  at: number,
  characters: Reader['characters'],
  unknown: Reader['unknown'] = new Set(),
): Reader => ({
  unknown,

  text,
  literals,
  characters,
  at,
  depth: 0,
  problem: undefined,
  refusedName: undefined,
})

/** Reads what `parser` reads, up to the end of the text. */
export function readWhole<T>(parser: Parser<T>, reader: Reader): Outcome<T> {
  const value = parser(reader)
  if (value !== failed && reader.at === reader.text.length) return { ok: true, value }
  if (value !== failed) fail(reader, 'Nothing more belongs here')
  const isBefore =
    value !== failed &&
    (reader.at === 0 || reader.text[reader.at] === ' ' || reader.text[reader.at - 1] === ' ')
  return {
    ok: false,
    ...(isBefore && { before: { value } }),
    problem: reader.problem ?? {
      span: span(reader.at, reader.at),
      message: 'Something is missing here',
    },
  }
}

export const peek = (reader: Reader): string => reader.text[reader.at] ?? ''

/** @param pattern Sticky: it matches at the reader's place or not at all. */
export function match(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.text)?.[0]
  if (found !== undefined) reader.at += found.length
  return found
}

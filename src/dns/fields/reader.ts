import { cover, span, type Span } from '../../core/span.ts'
import { nameOf } from '../zone/name-problems.ts'
import type { Report } from '../zone/problem.ts'
import { extraData, missingData } from '../zone/problems/records.ts'
import type { Word } from '../zone/tokens.ts'

/** What a record type reads its fields from: the words behind the type, one after the other. */
export interface FieldReader {
  readonly report: Report
  /** The type as written. */
  readonly type: Word
  /** How the type is written, for messages: `MX <preference> <host>`. */
  readonly syntax: string
  /** Comments of the entry, with the word that stands before each in its line. */
  readonly comments: readonly CommentAfter[]
  /** The text of the file, for fixes. */
  readonly text: string
  /** The next word, left where it is. */
  peek(): Word | undefined
  /** The next word. Where there is none, a problem is noted that names what is missing. */
  take(what: string): Word | undefined
  /** All words left; at least one, or a problem is noted. */
  rest(what: string): readonly Word[]
  /** All words left, even none. */
  remaining(): readonly Word[]
  /** The next word as an absolute name. */
  name(what: string): string | undefined
}

export interface CommentAfter {
  readonly span: Span
  readonly word: Span | undefined
}

/** A field reader, and what it learned. */
export interface OpenFields {
  readonly reader: FieldReader
  /** The names that were read, by their words. */
  readonly names: ReadonlyMap<Word, string>
  /** Notes words that nobody asked for. @returns Whether there were none. */
  close(): boolean
}

export interface FieldSource {
  readonly words: readonly Word[]
  readonly type: Word
  readonly syntax: string
  readonly origin: string
  readonly report: Report
  readonly comments: readonly CommentAfter[]
  readonly text: string
}

export function openFields(source: FieldSource): OpenFields {
  const { words, type, report, origin, syntax } = source
  const names = new Map<Word, string>()
  let at = 0
  const take = (what: string): Word | undefined => {
    if (at < words.length) return words[at++]
    report(missingData, (words.at(-1) ?? type).span, `The ${what} is missing: \`${syntax}\`.`)
    return undefined
  }
  const remaining = (): readonly Word[] => {
    const left = words.slice(at)
    at = words.length
    return left
  }
  const reader: FieldReader = {
    ...{ report, type, syntax, comments: source.comments, text: source.text },
    peek: () => words[at],
    take,
    remaining,
    rest(what) {
      const first = take(what)
      return first ? [first, ...remaining()] : []
    },
    name(what) {
      const word = take(what)
      const name = word && nameOf(word, origin, report)
      if (name !== undefined) names.set(word!, name)
      return name
    },
  }
  return { reader, names, close: () => closeFields(remaining(), source) }
}

function closeFields(left: readonly Word[], { report, syntax }: FieldSource): boolean {
  if (left.length === 0) return true
  const whole = cover(left[0]!.span, left.at(-1)!.span)
  const [words, verb] = left.length === 1 ? ['This word', 'is'] : ['These words', 'are']
  report(extraData, whole, `${words} ${verb} too many: \`${syntax}\`.`, {
    fixes: [
      {
        title: left.length === 1 ? 'Remove it' : 'Remove them',
        edits: left.map((word) => ({ span: span(word.span.from, word.span.to), text: '' })),
      },
    ],
  })
  return false
}

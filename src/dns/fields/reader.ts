import { cover, span, type Span } from '../../core/span.ts'
import { nameOf } from '../zone/name-problems.ts'
import type { Report } from '../zone/problem.ts'
import { extraData, missingData } from '../zone/problems/records.ts'
import type { Entry, Word } from '../zone/tokens.ts'
import { isWord } from '../zone/words.ts'

/** What a record type reads its fields from: the words behind the type, one after the other. */
export interface FieldReader {
  readonly report: Report
  /** The type as written. */
  type(): Word
  /** Whether the record belongs to the zone itself. */
  isApex(): boolean
  /** Comments of the entry, with the word that stands before each in its line. */
  comments(): readonly CommentAfter[]
  /** Whether its text is published otherwise than it was meant, which was reported. */
  isMisread(): boolean
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

/** The fields of one record after the other: one reader serves a whole zone. */
export interface OpenFields {
  /** Begins a record. */
  start(source: FieldSource): FieldReader
  /** The names that were read, each at the place of its word. */
  names(): readonly (string | undefined)[]
  /** Notes superfluous words. @returns Whether there were none. */
  close(): boolean
}

export interface FieldSource {
  readonly words: readonly Word[]
  readonly type: Word
  readonly syntax: string
  readonly origin: string
  readonly isApex: boolean
  readonly isMisread: boolean
  /** Where the record stands; absent for one that `$GENERATE` made, which has no comments. */
  readonly entry: Entry | undefined
}

export function openFields(text: string, report: Report): OpenFields {
  let source: FieldSource
  let at = 0
  let names = NO_NAMES
  const take = (what: string): Word | undefined => {
    const { words, type, syntax } = source
    if (at < words.length) return words[at++]
    report(missingData, (words.at(-1) ?? type).span, `The ${what} is missing: \`${syntax}\`.`)
    return undefined
  }
  const remaining = (): readonly Word[] => {
    const left = source.words.slice(at)
    at = source.words.length
    return left
  }
  const reader: FieldReader = {
    ...{ report, text, take, remaining },
    type: () => source.type,
    isApex: () => source.isApex,
    isMisread: () => source.isMisread,
    comments: () => (source.entry ? commentsOf(source.entry) : []),
    peek: () => source.words[at],
    rest(what) {
      const first = take(what)
      return first ? [first, ...remaining()] : []
    },
    name(what) {
      const word = take(what)
      const name = word && nameOf(word, source.origin, report)
      if (name !== undefined) {
        if (names === NO_NAMES) names = []
        names[at - 1] = name
      }
      return name
    },
  }
  return {
    start(next) {
      source = next
      at = 0
      names = NO_NAMES
      return reader
    },
    names: () => names,
    close: () => at === source.words.length || closeFields(remaining(), source, report),
  }
}

const NO_NAMES: (string | undefined)[] = []

/** Comments with the word before each in its line. */
const commentsOf = ({ lines }: Entry): CommentAfter[] =>
  lines.flatMap(({ tokens }) => {
    const comment = tokens.at(-1)
    if (comment?.kind !== 'comment') return []
    return [{ span: comment.span, word: tokens.findLast(isWord)?.span }]
  })

function closeFields(left: readonly Word[], { syntax }: FieldSource, report: Report): boolean {
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

import type { Fix } from '../../core/diagnostic.ts'
import type { Span } from '../../core/span.ts'
import type { Value, Word } from './tree.ts'

/** What is wrong with a value, and where. */
export interface ValueProblem {
  readonly span: Span
  readonly message: string
  readonly fixes?: readonly Fix[]
}

/** A word that may be written, with what it means. */
export interface Offer {
  readonly word: string
  /** A sentence. */
  readonly meaning: string
}

/** A kind of value: how it is written and read. */
export interface ValueType<Data> {
  /** How it is written, for people: `yes or no`, `a time`. */
  readonly syntax: string
  /** @returns `undefined` where it is no such value; what is wrong was reported then. */
  read(value: Value, report: (problem: ValueProblem) => void): Data | undefined
  /** @returns Lines: one beside the name, or several below it. */
  print(data: Data): readonly string[]
  readonly offers?: readonly Offer[]
}

/** A value of one word, which a list may hold several of. */
export interface WordType<Data> extends ValueType<Data> {
  readWord(word: Word, report: (problem: ValueProblem) => void): Data | undefined
  printWord(data: Data): string
}

type WordParts<Data> = Pick<WordType<Data>, 'syntax' | 'readWord' | 'printWord' | 'offers'>

/** Makes a type of what reads one word. */
export const wordType = <Data>(parts: WordParts<Data>): WordType<Data> => ({
  ...parts,
  read({ words, span }, report) {
    const [first, second] = words
    if (!first) {
      report({ span, message: `A value is missing: write ${parts.syntax}.` })
      return undefined
    }
    if (second) {
      const message = second.text.startsWith('#')
        ? 'A comment has a line of its own: what stands here belongs to the value.'
        : `One value is enough here: write ${parts.syntax}.`
      const from = first.span.to
      const cut = {
        title: 'Remove what follows',
        edits: [{ span: { from, to: span.to }, text: '' }],
      }
      report({ span: { from: second.span.from, to: span.to }, message, fixes: [cut] })
      return undefined
    }
    return parts.readWord(first, report)
  },
  print: (data) => [parts.printWord(data)],
})

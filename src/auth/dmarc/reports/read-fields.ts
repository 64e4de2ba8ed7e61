import type { Span } from '../../../core/span.ts'
import { childrenNamed, type ReportProblem, type XmlElement } from './xml/element.ts'

/** Reads the elements below one, noting what is missing, repeated or not as the schema has it. */
export interface Elements {
  readonly element: XmlElement
  /** The text of a required element; empty, and noted, where it is missing. */
  text(name: string): string
  optional(name: string): string | undefined
  /** A whole number from 0; 0, and noted, for anything else. */
  number(name: string): number
  /** One of the words, in any case; the first, and noted, for anything else. */
  word<Word extends string>(name: string, words: readonly [Word, ...Word[]]): Word
  optionalWord<Word extends string>(name: string, words: readonly Word[]): Word | undefined
  /** A required element; noted where it is missing. */
  below(name: string): Elements | undefined
  all(name: string): readonly Elements[]
  note(code: string, where: Span, message: string): void
}

export function elementsOf(
  element: XmlElement,
  section: string,
  problems: ReportProblem[],
): Elements {
  const note = (code: string, where: Span, message: string): void => {
    if (problems.length < MAX_NOTES)
      problems.push({ code, span: where, message, source: { rfc: 9990, section } })
  }
  const one = (name: string): XmlElement | undefined => {
    const [first, second] = childrenNamed(element, name)
    if (second)
      note(
        'report/repeated',
        second.nameSpan,
        `\`${name}\` stands here once more; the first counts.`,
      )
    return first
  }
  const needed = (name: string): XmlElement | undefined => {
    const found = one(name)
    if (!found)
      note('report/missing', element.nameSpan, `\`${element.local}\` lacks its \`${name}\`.`)
    return found
  }
  const wordOf = <Word extends string>(
    found: XmlElement,
    words: readonly Word[],
  ): Word | undefined => {
    const text = found.text.trim()
    const word = words.find((known) => known === text.toLowerCase())
    if (word !== text)
      note(
        'report/value',
        found.inside,
        `\`${found.local}\` is one of ${words.map((w) => `\`${w}\``).join(', ')}; not \`${text.slice(0, 60)}\`.`,
      )
    return word
  }
  return {
    element,
    note,
    text: (name) => needed(name)?.text.trim() ?? '',
    optional: (name) => one(name)?.text.trim(),
    number(name) {
      const found = needed(name)
      if (!found) return 0
      const text = found.text.trim()
      if (/^\+?\d{1,15}$/.test(text)) return Number(text)
      note(
        'report/number',
        found.inside,
        `\`${name}\` is a whole number; not \`${text.slice(0, 60)}\`.`,
      )
      return 0
    },
    word(name, words) {
      const found = needed(name)
      return (found && wordOf(found, words)) ?? words[0]
    },
    optionalWord(name, words) {
      const found = one(name)
      return found && found.text.trim() !== '' ? wordOf(found, words) : undefined
    },
    below(name) {
      const found = needed(name)
      return found && elementsOf(found, section, problems)
    },
    all: (name) =>
      childrenNamed(element, name).map((child) => elementsOf(child, section, problems)),
  }
}

/** Findings that are kept: one fault in every record is told often enough by these. */
export const MAX_NOTES = 200

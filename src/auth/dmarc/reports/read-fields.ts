import type { Span } from '../../../core/span.ts'
import { childrenNamed, type ReportProblem, type XmlElement } from './xml/element.ts'

/** Reads the elements below one, noting what is missing, repeated or not as the schema has it. */
export class Elements {
  readonly element: XmlElement
  private readonly section: string
  private readonly problems: ReportProblem[]

  constructor(element: XmlElement, section: string, problems: ReportProblem[]) {
    this.element = element
    this.section = section
    this.problems = problems
  }

  /** The text of a required element; empty, and noted, where it is missing. */
  text(name: string): string {
    return this.needed(name)?.text.trim() ?? ''
  }

  optional(name: string): string | undefined {
    return this.one(name)?.text.trim()
  }

  /** A whole number from 0; 0, and noted, for anything else. */
  number(name: string): number {
    const found = this.needed(name)
    if (!found) return 0
    const text = found.text.trim()
    if (/^\+?\d{1,15}$/.test(text)) return Number(text)
    const message = `\`${name}\` is a whole number; not \`${text.slice(0, 60)}\`.`
    this.note('report/number', found.inside, message)
    return 0
  }

  /** One of the words, in any case; the first, and noted, for anything else. */
  word<Word extends string>(name: string, words: readonly [Word, ...Word[]]): Word {
    const found = this.needed(name)
    return (found && this.wordOf(found, words)) ?? words[0]
  }

  optionalWord<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const found = this.one(name)
    return found && found.text.trim() !== '' ? this.wordOf(found, words) : undefined
  }

  /** A required element; noted where it is missing. */
  below(name: string): Elements | undefined {
    const found = this.needed(name)
    return found && this.at(found)
  }

  all(name: string): readonly Elements[] {
    return childrenNamed(this.element, name).map((child) => this.at(child))
  }

  note(code: string, where: Span, message: string): void {
    if (this.problems.length >= MAX_NOTES) return
    this.problems.push({ code, span: where, message, source: { rfc: 9990, section: this.section } })
  }

  private at(element: XmlElement): Elements {
    return new Elements(element, this.section, this.problems)
  }

  private one(name: string): XmlElement | undefined {
    const [first, second] = childrenNamed(this.element, name)
    const message = `\`${name}\` stands here once more; the first counts.`
    if (second) this.note('report/repeated', second.nameSpan, message)
    return first
  }

  private needed(name: string): XmlElement | undefined {
    const found = this.one(name)
    const message = `\`${this.element.local}\` lacks its \`${name}\`.`
    if (!found) this.note('report/missing', this.element.nameSpan, message)
    return found
  }

  private wordOf<Word extends string>(found: XmlElement, words: readonly Word[]): Word | undefined {
    const text = found.text.trim()
    const word = words.find((known) => known === text.toLowerCase())
    const list = words.map((one) => `\`${one}\``).join(', ')
    const message = `\`${found.local}\` is one of ${list}; not \`${text.slice(0, 60)}\`.`
    if (word !== text) this.note('report/value', found.inside, message)
    return word
  }
}

/** Findings that are kept: enough to report one fault in every record. */
export const MAX_NOTES = 200

import type { Severity } from '../../../core/diagnostic.ts'

/** A rule as the search knows it. */
export interface RuleEntry {
  /** `spf/terms-after-all` */
  readonly code: string
  /** `spf` */
  readonly family: string
  /** `Terms after all` */
  readonly title: string
  readonly severity: Severity
  /** Types of the records that it is about: `TXT`. */
  readonly records: readonly string[]
  /** `RFC 7208 §5.1` */
  readonly section: string
  /** The first sentence of its reason. Backticks mark code. */
  readonly why: string
}

export interface RuleQuery {
  /** Every word must occur, in whatever case and order. */
  readonly words: string
  /** Empty for any. */
  readonly severity: string
  /** `spf`; empty for any. */
  readonly family: string
  /** `TXT`; empty for any. */
  readonly record: string
}

export const isEmpty = ({ words, severity, family, record }: RuleQuery): boolean =>
  words.trim() === '' && severity === '' && family === '' && record === ''

/** The rules that a query finds: first those that have its words in their code or title. */
export function findRules(entries: readonly RuleEntry[], query: RuleQuery): RuleEntry[] {
  const words = query.words.toLowerCase().split(/\s+/).filter(Boolean)
  const inName: RuleEntry[] = []
  const others: RuleEntry[] = []
  for (const entry of entries) {
    if (!passes(entry, query)) continue
    const name = `${entry.code} ${entry.title}`.toLowerCase()
    if (words.every((word) => name.includes(word))) inName.push(entry)
    else if (words.every((word) => wholeText(entry).includes(word))) others.push(entry)
  }
  return [...inName, ...others]
}

const passes = (entry: RuleEntry, { severity, family, record }: RuleQuery): boolean =>
  (severity === '' || entry.severity === severity) &&
  (family === '' || entry.family === family) &&
  (record === '' || entry.records.includes(record))

const wholeText = ({ code, title, severity, section, why }: RuleEntry): string =>
  `${code} ${title} ${severity} ${section} ${why.replaceAll('`', '')}`.toLowerCase()

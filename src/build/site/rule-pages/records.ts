import { familyOf, type KnownRule } from '../../../lint/all-rules.ts'

/** Types of records that rules are about, in the order of the choice. */
const TYPES = ['MX', 'TXT', 'A', 'AAAA', 'CNAME', 'NS', 'SOA', 'PTR', 'SRV', 'TLSA', 'CAA'] as const

/** Families whose rules are all about one kind of record. */
const OF_FAMILY: Readonly<Record<string, readonly string[]>> = {
  mx: ['MX'],
  ...Object.fromEntries(
    ['spf', 'dkim', 'dmarc', 'mta-sts', 'tls-rpt', 'bimi'].map((family) => [family, ['TXT']]),
  ),
  ...Object.fromEntries(
    ['message', 'mime', 'signature', 'arc', 'results', 'unsubscribe'].map((family) => [family, []]),
  ),
}

/** Whether a rule looks at messages, and not at what a zone holds. */
export const isOfMessages = (rule: KnownRule): boolean => OF_FAMILY[familyOf(rule)]?.length === 0

/** The types of records that a rule is about; none where it is about messages, or about any record. */
export function recordsOf(rule: KnownRule): readonly string[] {
  const known = OF_FAMILY[familyOf(rule)]
  if (known) return known
  const marked = rule.bad.flatMap((example) =>
    example.split('\n').filter((line) => line.includes('«')),
  )
  const words = new Set(marked.flatMap((line) => line.match(/[A-Z]+/g) ?? []))
  return TYPES.filter((type) => words.has(type))
}

/** Every type that some rule is about. */
export const recordTypes = (rules: readonly KnownRule[]): readonly string[] => {
  const all = new Set(rules.flatMap((rule) => recordsOf(rule)))
  return TYPES.filter((type) => all.has(type))
}

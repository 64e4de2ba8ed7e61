import type { Effect } from '../core/effects.ts'
import type { Diagnostic, Fix, Related, Severity } from '../core/diagnostic.ts'
import { joinedText, type DnsRecord, type TextData } from '../core/dns.ts'
import { toDiagnostic, type RuleFacts } from '../core/rule.ts'
import { span, type Place, type Span } from '../core/span.ts'
import { toSource } from '../core/mapped-text.ts'
import { sourceOf } from './record-source.ts'

/** What a rule reports of one record. */
export interface RecordFinding {
  readonly at: DnsRecord
  /** In the record's joined text; the whole record where it is left out. */
  readonly span?: Span
  readonly message: string
  /** Which of the rule's messages this is, where it has several. */
  readonly messageId?: string
  /** Spans count in the record's joined text, or in the file that an edit names. */
  readonly fixes?: readonly Fix[]
  readonly related?: readonly Related[]
  /** The severity of this occurrence, where it differs from the rule's. */
  readonly severity?: Severity
}

/**
 * A rule that asks DNS before it reports anything: what one record means may be written in another.
 * Its examples are zones with absolute names. What DNS does not answer now is no finding.
 */
export interface DnsDependentRule<Subject> extends RuleFacts {
  check(subject: Subject): Effect<readonly RecordFinding[]>
}

export const defineDnsDependentRule = <Subject>(
  rule: DnsDependentRule<Subject>,
): DnsDependentRule<Subject> => rule

/** Runs every rule over one subject; the diagnostics point into the files of the records. */
export function* runDnsDependentRules<Subject>(
  rules: readonly DnsDependentRule<Subject>[],
  subject: Subject,
): Effect<Diagnostic[]> {
  const found: Diagnostic[] = []
  for (const rule of rules)
    for (const finding of yield* rule.check(subject)) found.push(diagnosticOf(rule, finding))
  return found
}

function diagnosticOf(rule: RuleFacts, { at, span: where, ...finding }: RecordFinding): Diagnostic {
  const whole = placeOf(at)
  const source = isText(at)
    ? sourceOf(at)
    : { file: whole.file, text: { text: '', runs: [{ at: 0, from: 0, to: 0 }] } }
  const found = toDiagnostic(rule, { ...finding, span: where ?? span(0, 0) }, source)
  return where && isText(at) ? found : { ...found, file: whole.file, span: whole.span }
}

const isText = (record: DnsRecord): record is DnsRecord & TextData => 'strings' in record

/** Where a record is written; a record without a file is a file of its own, under its name. */
const placeOf = (record: DnsRecord): Place =>
  record.place ?? {
    file: record.name,
    span: span(0, isText(record) ? joinedText(record).length : 0),
  }

/** The record as another place; none where it is in no file. */
export const relatedTo = ({ place }: DnsRecord, message: string): Related[] =>
  place ? [{ ...place, message }] : []

/** The span of a record's text as another place. */
export function relatedSpan(at: DnsRecord & TextData, where: Span, message: string): Related {
  const { file, text } = sourceOf(at)
  return { file, span: toSource(text, where), message }
}

import type { Diagnostic } from '../core/diagnostic.ts'
import type { DnsRecord, TextData } from '../core/dns.ts'
import type { Effect } from '../core/effects.ts'
import { mapPlain } from '../core/mapped-text.ts'
import { runRules, type Rule, type RuleFacts, type RuleTag } from '../core/rule.ts'
import type { Span } from '../core/span.ts'
import type { RecordFormat } from '../auth/tag-format.ts'
import type { Message } from '../message/parse.ts'
import type { Zone } from '../dns/zone/zone.ts'
import { runDnsDependentRules, type DnsDependentRule } from './dns-dependent-rule.ts'
import { sourceOf } from './record-source.ts'

/** What holds of every rule of a family, unless the rule itself sets it. */
export interface FamilyDefaults {
  readonly since: string
  readonly tags: readonly RuleTag[]
  /** Whether the rules run unless asked otherwise. Those that do not are advice. */
  readonly recommended: boolean
}

/**
 * Rules with one subject. Each kind names its input, and so how `lintZones` or `lintMessage`
 * runs them and how their examples are read (`rule-examples.ts`).
 */
export type RuleFamily =
  ParserFamily | ZoneFamily | RecordFamily | DnsFamily | MessageFamily | FieldFamily | PolicyFamily

/** A family whose rules judge zones. */
export type AnyFamily = ZoneFamily | RecordFamily | DnsFamily

interface FamilyFacts {
  /** What codes of its rules start with: `spf` of `spf/no-all`. */
  readonly prefixes: readonly string[]
  readonly defaults: FamilyDefaults
  readonly rules: readonly RuleFacts[]
}

/** Problems that the parser of zone files reports itself. */
export interface ParserFamily extends FamilyFacts {
  readonly kind: 'parser'
}

export interface ZoneFamily extends FamilyFacts {
  readonly kind: 'zone'
  /** @param zones The zones that are known; targets outside of them are not judged. */
  lint(zone: Zone, zones?: readonly Zone[]): Diagnostic[]
}

export interface RecordFamily extends FamilyFacts {
  readonly kind: 'record'
  /** The format of its records; absent for SPF, whose records are no list of tags. */
  readonly format?: RecordFormat
  /**
   * Reports problems of one record; none where it is not meant for the family.
   * @param all Every record that is known: neighbours, parents, and where reports go.
   */
  lint(record: TextRecord, all: readonly DnsRecord[]): Diagnostic[]
}

export interface DnsFamily extends FamilyFacts {
  readonly kind: 'dns'
  /** Reports problems that show only where DNS is asked, or between records. */
  lint(all: readonly DnsRecord[], known?: KnownBeside): Effect<Diagnostic[]>
}

export interface MessageFamily extends FamilyFacts {
  readonly kind: 'message'
  /** @param file What the message is called; `message` by default. Spans count its octets. */
  lint(message: Message, file?: string): Diagnostic[]
}

/** Rules about the value of one header field. */
export interface FieldFamily extends FamilyFacts {
  readonly kind: 'field'
  readonly field: string
  /** @param value Where the value is in the text; all of it by default. Spans count in the text. */
  lint(text: string, value?: Span, file?: string): Diagnostic[]
}

/** Rules about a file that a web server gives: the policy of MTA-STS. */
export interface PolicyFamily extends FamilyFacts {
  readonly kind: 'policy'
}

/** What is known beside the records: policy files of MTA-STS, by domain. */
export interface KnownBeside {
  readonly policies?: ReadonlyMap<string, string>
}

export type TextRecord = DnsRecord & TextData

/** Rules that came with the first version and run unless asked otherwise. */
export const defaults = (...tags: readonly RuleTag[]): FamilyDefaults => ({
  since: '0.1.0',
  tags,
  recommended: true,
})

const SEVERITIES = ['error', 'warning', 'info', 'hint']

type RuleList<One> = readonly One[] | Readonly<Record<string, One>>

/** The rules of folders and lists in the order in which they run: by severity, then by code. */
export const inRunOrder = <One extends RuleFacts>(...lists: readonly RuleList<One>[]): One[] =>
  lists
    .flatMap((list) => Object.values(list))
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        (a.code < b.code ? -1 : Number(a.code > b.code)),
    )

interface RecordFamilyPlan<Subject> extends Omit<RecordFamily, 'kind' | 'rules' | 'lint'> {
  readonly rules: readonly Rule<Subject>[]
  /** The rules for one record, where not all of them apply. */
  rulesFor?(record: TextRecord): readonly Rule<Subject>[]
  /** Whether a record is one of the family, or is meant to be. */
  isIntended(record: TextRecord): boolean
  subject(record: TextRecord, all: readonly DnsRecord[]): Subject
}

export const recordFamily = <Subject>({
  rulesFor,
  isIntended,
  subject,
  ...facts
}: RecordFamilyPlan<Subject>): RecordFamily => ({
  ...facts,
  kind: 'record',
  lint: (record, all) =>
    isIntended(record)
      ? runRules(rulesFor?.(record) ?? facts.rules, subject(record, all), sourceOf(record))
      : [],
})

interface DnsFamilyPlan<Subject> extends Omit<DnsFamily, 'kind' | 'rules' | 'lint'> {
  readonly rules: readonly DnsDependentRule<Subject>[]
  subjects(all: readonly DnsRecord[], known: KnownBeside): Effect<Iterable<Subject>>
}

export const dnsFamily = <Subject>({ subjects, ...facts }: DnsFamilyPlan<Subject>): DnsFamily => ({
  ...facts,
  kind: 'dns',
  *lint(all, known = {}) {
    const found: Diagnostic[] = []
    for (const subject of yield* subjects(all, known))
      found.push(...(yield* runDnsDependentRules(facts.rules, subject)))
    return found
  },
})

interface MessageFamilyPlan<Subject> extends Omit<MessageFamily, 'kind' | 'rules' | 'lint'> {
  readonly rules: readonly Rule<Subject>[]
  subjects(message: Message, file: string): readonly Subject[]
}

/** Findings of one rule that are reported of a message: a limit of ours. */
const MAX_FINDINGS = 100

export function messageFamily<Subject>({
  subjects,
  ...facts
}: MessageFamilyPlan<Subject>): MessageFamily {
  const rules = facts.rules.map(withLimit)
  return {
    ...facts,
    kind: 'message',
    lint(message, file = 'message') {
      const source = { file, text: mapPlain(message.text) }
      return subjects(message, file).flatMap((subject) => runRules(rules, subject, source))
    },
  }
}

const withLimit = <Subject>(rule: Rule<Subject>): Rule<Subject> => ({
  ...rule,
  *check(subject) {
    let left = MAX_FINDINGS
    for (const found of rule.check(subject))
      if (left-- > 0) yield found
      else return
  },
})

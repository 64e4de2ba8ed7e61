import type { Diagnostic, Fix, Related, Severity, TextEdit } from './diagnostic.ts'
import { isUnbroken, toSource, type MappedText } from './mapped-text.ts'
import type { Section } from './section.ts'
import type { Span } from './span.ts'

/** What a rule reports of one occurrence. Spans count in the subject's own text. */
export interface Finding {
  readonly span: Span
  readonly message: string
  /** Which of the rule's messages this is, where it has several; stable, as `twice`. */
  readonly messageId?: string
  readonly fixes?: readonly Fix[]
  readonly related?: readonly Related[]
  /** The severity of this occurrence, where it differs from the rule's. */
  readonly severity?: Severity
}

/** What a rule is about; `src/lint/rule-tags.ts` explains each tag. */
export type RuleTag =
  'syntax' | 'security' | 'deliverability' | 'interoperability' | 'deprecated' | 'performance'

/** What is known of a rule without running it. */
export interface RuleFacts {
  /** `spf/terms-after-all`; stable. */
  readonly code: string
  readonly severity: Severity
  readonly source: Section
  /** Why it matters, in a sentence or two. Backticks mark code. */
  readonly why: string
  /** Texts with problems: `«…»` marks each span that must be found. */
  readonly bad: readonly string[]
  /** Texts in which the rule must find nothing. */
  readonly good: readonly string[]
  /** The version that brought the rule; that of its family by default. */
  readonly since?: string
  /** Those of its family by default. */
  readonly tags?: readonly RuleTag[]
}

/**
 * A rule of the lint catalogue: its reason, its section and its examples stand beside its check, so
 * that its hover, its page and its test are drawn from it.
 */
export interface Rule<Subject> extends RuleFacts {
  check(subject: Subject): Iterable<Finding>
}

export const defineRule = <Subject>(rule: Rule<Subject>): Rule<Subject> => rule

/** Where a subject's text is written, so that findings point into the learner's file. */
export interface Source {
  readonly file: string
  readonly text: MappedText
}

/** Runs every rule over one subject; the diagnostics point into the source's file. */
export function runRules<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  source: Source,
): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const rule of rules)
    for (const finding of rule.check(subject)) found.push(toDiagnostic(rule, finding, source))
  return found
}

/** One finding of a rule as a diagnostic of the source's file. */
export function toDiagnostic(
  rule: Pick<RuleFacts, 'code' | 'severity' | 'source' | 'why'>,
  finding: Finding,
  { file, text }: Source,
): Diagnostic {
  return {
    code: rule.code,
    messageId: finding.messageId ?? defaultMessageId(rule.code),
    severity: finding.severity ?? rule.severity,
    file,
    span: toSource(text, finding.span),
    message: finding.message,
    source: rule.source,
    why: rule.why,
    related: finding.related ?? [],
    fixes: (finding.fixes ?? [])
      .filter((fix) => fits(fix, text))
      .map((fix) => ({ ...fix, edits: fix.edits.map((edit) => inSource(edit, text)) })),
  }
}

/** The id of the message of a rule that has only one: the rule's own name. */
export const defaultMessageId = (code: string): string => code.slice(code.indexOf('/') + 1)

/** Without quotes, what a fix writes, and what it replaces, must be a part of one word. */
const fits = ({ edits }: Fix, text: MappedText): boolean =>
  edits.every(
    (edit) =>
      // An octet that spells no character could not be written back.
      !edit.text.includes('\ufffd') &&
      (!text.isBare || edit.file !== undefined || isInOneWord(edit, text)),
  )

const isInOneWord = ({ span, text }: TextEdit, mapped: MappedText): boolean =>
  !/[\s;()"\\]/.test(text) && isUnbroken(mapped, span)

const inSource = (edit: TextEdit, text: MappedText): TextEdit =>
  edit.file === undefined ? { ...edit, span: toSource(text, edit.span) } : edit

import type { Diagnostic, Fix, Related, Severity, TextEdit } from './diagnostic.ts'
import { isUnbroken, toSource, type MappedText } from './mapped-text.ts'
import type { Section } from './section.ts'
import type { Span } from './span.ts'

/** What a rule says of one occurrence. Spans count in the subject's own text. */
export interface Finding {
  readonly span: Span
  readonly message: string
  readonly fixes?: readonly Fix[]
  readonly related?: readonly Related[]
  /** Where this occurrence weighs other than the rule does. */
  readonly severity?: Severity
}

/**
 * A rule of the lint catalogue: its reason, its section and its examples stand beside its check, so
 * that its hover, its page and its test are drawn from it.
 * In `bad`, `«…»` marks each span that must be found; `good` must be silent.
 */
export interface Rule<Subject> {
  readonly code: string
  readonly severity: Severity
  readonly source: Section
  readonly why: string
  readonly bad: readonly string[]
  readonly good: readonly string[]
  check(subject: Subject): Iterable<Finding>
}

export const defineRule = <Subject>(rule: Rule<Subject>): Rule<Subject> => rule

/** Where a subject's text stands, so that findings land in the learner's file. */
export interface Source {
  readonly file: string
  readonly text: MappedText
}

/** Runs every rule over one subject; the diagnostics stand in the source's file. */
export function runRules<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  source: Source,
): Diagnostic[] {
  return rules.flatMap((rule) =>
    [...rule.check(subject)].map((finding) => toDiagnostic(rule, finding, source)),
  )
}

/** One finding of a rule as a diagnostic of the source's file. */
export function toDiagnostic(
  rule: Pick<Rule<never>, 'code' | 'severity' | 'source' | 'why'>,
  finding: Finding,
  { file, text }: Source,
): Diagnostic {
  return {
    code: rule.code,
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

/** Without quotes, what a fix would write, and what it would replace, must be a part of one word. */
const fits = ({ edits }: Fix, text: MappedText): boolean =>
  !text.isBare || edits.every((edit) => edit.file !== undefined || isInOneWord(edit, text))

const isInOneWord = ({ span, text }: TextEdit, mapped: MappedText): boolean =>
  !/[\s;()"\\]/.test(text) && isUnbroken(mapped, span)

const inSource = (edit: TextEdit, text: MappedText): TextEdit =>
  edit.file === undefined ? { ...edit, span: toSource(text, edit.span) } : edit

import type { Severity } from '../core/diagnostic.ts'
import type { Section } from '../core/section.ts'
import { allRules } from '../lint/all-rules.ts'

/** A rule of the lint catalogue. */
export interface RuleInfo {
  /** `spf/terms-after-all`; stable. */
  readonly code: string
  readonly severity: Severity
  readonly source: Section
  /** One or two sentences. Backticks mark code. */
  readonly why: string
  /** What it finds: `«…»` marks the span. */
  readonly bad: readonly string[]
  /** What it finds no problem in. */
  readonly good: readonly string[]
}

/**
 * Every rule that `lint` knows, with its reason, its section and its examples.
 *
 * @example
 * rules.find(({ code }) => code === 'spf/terms-after-all')?.why
 */
export const rules: readonly RuleInfo[] = allRules

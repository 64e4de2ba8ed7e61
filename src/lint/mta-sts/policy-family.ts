import type { Diagnostic } from '../../core/diagnostic.ts'
import { mapPlain } from '../../core/mapped-text.ts'
import { runRules } from '../../core/rule.ts'
import { parseStsPolicy } from '../../auth/mta-sts/policy.ts'
import { defaults, inRunOrder, type PolicyFamily } from '../family.ts'
import * as rules from './policy-rules/index.ts'
import type { PolicySubject } from './subject.ts'

const ordered = inRunOrder(rules)

/** The policy file of MTA-STS. */
export const stsPolicyFamily: PolicyFamily = {
  kind: 'policy',
  prefixes: ['mta-sts'],
  defaults: defaults('syntax'),
  rules: ordered,
}

/** What is known of a policy beside its text. */
export type PolicyContext = Omit<PolicySubject, 'policy'>

/**
 * Reports problems of a policy file.
 * @param file The name it is shown under; its address by default.
 */
export function lintStsPolicy(
  text: string,
  context: PolicyContext,
  file = `https://mta-sts.${context.domain}/.well-known/mta-sts.txt`,
): Diagnostic[] {
  const source = { file, text: mapPlain(text) }
  return runRules(ordered, { ...context, policy: parseStsPolicy(text) }, source)
}

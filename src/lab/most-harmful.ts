import type { Diagnostic, Severity } from '../core/diagnostic.ts'

/** Findings of all texts together that a page gets: more are read by nobody. A limit of ours. */
export const MOST_FINDINGS = 1000

const HARM: readonly Severity[] = ['error', 'warning', 'info', 'hint']

/** Of very many findings those that harm most, in the order that they had. */
export function mostHarmful(
  found: readonly Diagnostic[],
  most = MOST_FINDINGS,
): readonly Diagnostic[] {
  if (found.length <= most) return found
  const kept = new Set(
    HARM.flatMap((severity) => found.filter((one) => one.severity === severity)).slice(0, most),
  )
  return found.filter((one) => kept.has(one))
}

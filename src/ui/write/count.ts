import type { Severity } from '../../core/diagnostic.ts'

interface Judged {
  readonly severity: Severity
}

/** How many there are of each severity. */
export function countOf(findings: readonly Judged[]): Readonly<Record<Severity, number>> {
  const count = { error: 0, warning: 0, info: 0, hint: 0 }
  for (const { severity } of findings) count[severity]++
  return count
}

/** The severity that the summary has; empty where nothing needs to be done. */
export function worstOf(findings: readonly Judged[]): 'error' | 'warning' | '' {
  if (findings.some(({ severity }) => severity === 'error')) return 'error'
  return findings.some(({ severity }) => severity === 'warning') ? 'warning' : ''
}

import { labelsOf, normalizeName, parentOf } from '../../core/domain.ts'

/**
 * Whether a pattern of the policy names the mail host (RFC 8461 §4.1): the same name, or a `*` that
 * stands for exactly the leftmost label.
 */
export function matchesHost(pattern: string, host: string): boolean {
  const name = normalizeName(host)
  const wanted = normalizeName(pattern)
  if (!isMxPattern(wanted)) return false
  return wanted.startsWith('*.')
    ? wanted.slice(2) === parentOf(name) && name !== ''
    : wanted === name
}

/** Labels of letters, digits and hyphens; the last begins with a letter (§3.2, sts-policy-mx-value). */
export function isMxPattern(pattern: string): boolean {
  const labels = labelsOf(pattern.startsWith('*.') ? pattern.slice(2) : pattern)
  return (
    labels.length > 0 &&
    labels.every((label) => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(label)) &&
    /^[a-z]/i.test(labels.at(-1)!)
  )
}

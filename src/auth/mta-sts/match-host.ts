import { labelsOf, parentOf } from '../../core/domain.ts'
import { askedName } from '../../core/idna.ts'

/**
 * Finds the first pattern of the policy that names a mail host (RFC 8461 §4.1): the same name, or a
 * `*` that stands for exactly the leftmost label. However many there are, each host is one look.
 */
export function patternFinder(patterns: readonly string[]): (host: string) => string | undefined {
  const places = new Map<string, number>()
  for (const [at, pattern] of patterns.entries()) {
    const wanted = askedName(pattern)
    if (!places.has(wanted) && isMxPattern(wanted)) places.set(wanted, at)
  }
  const placeOf = (wanted: string): number => places.get(wanted) ?? patterns.length
  return (host) => {
    const name = askedName(host)
    const wild = name === '' ? patterns.length : placeOf(`*.${parentOf(name)}`)
    return patterns[Math.min(placeOf(name), wild)]
  }
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

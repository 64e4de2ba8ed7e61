import { labelsOf } from '../../core/domain.ts'

/**
 * The organizational domain by a list of public suffixes: the longest suffix and one label more
 * (RFC 7489 §3.2). A suffix itself is its own.
 */
export function suffixDomain(domain: string, suffixes: ReadonlySet<string>): string {
  const labels = labelsOf(domain)
  const from = labels.findIndex((_, at) => suffixes.has(labels.slice(at).join('.')))
  const suffixAt = from < 0 ? labels.length - 1 : from
  return labels.slice(Math.max(0, suffixAt - 1)).join('.')
}

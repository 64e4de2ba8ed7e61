import { labelsOf } from '../../core/domain.ts'

/**
 * The organizational domain by a list of public suffixes: the longest suffix and one label more
 * (RFC 7489 §3.2). A suffix itself is its own; a name under none belongs to its top-level domain.
 * @param suffixes Names; `*.ck` stands for any one label below `ck`, `!www.ck` excepts one of them.
 */
export function suffixDomain(domain: string, suffixes: ReadonlySet<string>): string {
  const labels = labelsOf(domain)
  const names = labels.map((_, at) => labels.slice(at).join('.'))
  const exception = names.find((name) => suffixes.has(`!${name}`))
  if (exception !== undefined) return exception
  const from = names.findIndex(
    (name, at) => suffixes.has(name) || suffixes.has(`*.${names[at + 1] ?? ''}`),
  )
  const suffixAt = from < 0 ? labels.length - 1 : from
  return names[Math.max(0, suffixAt - 1)] ?? ''
}

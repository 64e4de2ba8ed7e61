import type { EvaluationContext } from './evaluation-context.ts'
import type { HostResult } from './host-result.ts'

/**
 * Why a term broke that leads in a circle of records, as a clause: what the records around it came to
 * has all one cause, the lookups that the circle spends (RFC 7208 §4.6.4).
 * @param inner What the record came to that the term led to.
 * @param target Whose record that is.
 */
export function circleOf(
  inner: HostResult,
  target: string,
  { above, domain }: Pick<EvaluationContext, 'above' | 'domain'>,
): string | undefined {
  if (inner.result !== 'permerror') return undefined
  const path = [...above, domain]
  const start = path.indexOf(target)
  if (start < 0) return inner.circle
  if (start === path.length - 1)
    return `it leads back to \`${target}\` itself, round and round until the ten lookups of SPF are spent`
  const names = [...path.slice(start), target].map((name) => `\`${name}\``).join(' to ')
  return `it leads in a circle, from ${names}, until the ten lookups of SPF are spent`
}

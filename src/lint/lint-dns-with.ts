import type { Diagnostic } from '../core/diagnostic.ts'
import type { DnsRecord } from '../core/dns.ts'
import type { Effect } from '../core/effects.ts'
import type { DnsFamily } from './family.ts'

/** Runs the rules that ask DNS before they report anything. */
export function* lintDnsWith(
  records: readonly DnsRecord[],
  families: readonly DnsFamily[],
): Effect<Diagnostic[]> {
  const found: Diagnostic[] = []
  for (const family of families) found.push(...(yield* family.lint(records)))
  return found
}

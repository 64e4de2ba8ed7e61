import type { Effect } from '../../core/effects.ts'
import { isWithin, normalizeName } from '../../core/domain.ts'
import { recordsOf } from '../../core/dns.ts'
import { equalBytes } from '../../core/bytes.ts'
import { parseIp, reverseName } from '../../core/ip.ts'
import { MAX_PTR_NAMES } from './limits.ts'
import { ask, type EvaluationContext } from './evaluation-context.ts'
import { isAskable } from './target-name.ts'

/**
 * Finds the names of the client's address whose own addresses hold it (RFC 7208 §5.5). At most ten
 * are looked at; a DNS error leaves a name out. Asks only once in a session.
 */
export function* validatedNames(context: EvaluationContext): Effect<readonly string[]> {
  const { used, ip } = context.session
  if (used.validated) return used.validated
  const answer = yield* ask(context, reverseName(ip), 'PTR', 'count')
  const names = recordsOf(answer, 'PTR').map((record) => normalizeName(record.target))
  const valid: string[] = []
  for (const name of names.slice(0, MAX_PTR_NAMES))
    if (isAskable(name) && (yield* leadsBack(context, name))) valid.push(name)
  used.validated = valid
  return valid
}

/** The owner of the address wrote these names, not the domain: empty answers are not its voids. */
function* leadsBack(context: EvaluationContext, name: string): Effect<boolean> {
  const { ip } = context.session
  const answer = yield* ask(context, name, ip.length === 4 ? 'A' : 'AAAA', 'ignore')
  return answer.records.some((record) => {
    const octets = 'address' in record ? parseIp(record.address) : undefined
    return octets !== undefined && equalBytes(octets, ip)
  })
}

/** The domain itself, else a name below it, else any, else `unknown` (§7.3, the `p` macro). */
export const bestName = (names: readonly string[], domain: string): string =>
  names.find((name) => name === normalizeName(domain)) ??
  names.find((name) => isWithin(name, normalizeName(domain))) ??
  names[0] ??
  'unknown'

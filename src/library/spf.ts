import type { Resolver } from '../core/dns.ts'
import { evaluateSpf as evaluate, type SpfInput, type SpfVerdict } from '../auth/spf/evaluate.ts'
import { runLater, runNow, type AsyncResolver } from './resolver.ts'

/**
 * Evaluates whether a client may send for a domain (RFC 7208): for MAIL FROM, or for the HELO name where
 * the reverse-path is empty. Never throws unless the resolver does.
 *
 * @example
 * const { zone } = parseZone('@ TXT "v=spf1 ip4:192.0.2.0/24 -all"', { origin: 'example.org' })
 * const { result, reason } = evaluateSpf(
 *   { ip: '192.0.2.1', helo: 'mail.example.org', mailFrom: 'ann@example.org' },
 *   createResolver([zone]),
 * )
 * // result: 'pass'; reason names the term that decided, `trace` each step to it
 */
export const evaluateSpf = (input: SpfInput, resolver: Resolver): SpfVerdict =>
  runNow(evaluate(input), resolver)

/**
 * `evaluateSpf` with a resolver that answers later: real DNS.
 *
 * @example
 * const verdict = await evaluateSpfAsync({ ip, helo, mailFrom }, {
 *   query: async (name, type) => askMyNameServer(name, type),
 * })
 */
export const evaluateSpfAsync = (input: SpfInput, resolver: AsyncResolver): Promise<SpfVerdict> =>
  runLater(evaluate(input), resolver)

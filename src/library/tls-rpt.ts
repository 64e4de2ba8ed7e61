import type { Resolver } from '../core/dns.ts'
import { evaluateTlsRpt as evaluate, type TlsRptVerdict } from '../auth/tls-rpt/evaluate.ts'
import { runLater, runNow, type AsyncResolver } from './resolver.ts'

/**
 * Finds out where reports about TLS to a domain are sent (RFC 8460 §3); `parseTlsReport` reads one.
 *
 * @example
 * const zoneFile = '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@example.org"'
 * const { zone } = parseZone(zoneFile, { origin: 'example.org' })
 * evaluateTlsRpt('example.org', createResolver([zone])).destinations
 * // ['mailto:tls@example.org']
 */
export const evaluateTlsRpt = (domain: string, resolver: Resolver): TlsRptVerdict =>
  runNow(evaluate(domain), resolver)

/** `evaluateTlsRpt` with a resolver that answers later. */
export const evaluateTlsRptAsync = (
  domain: string,
  resolver: AsyncResolver,
): Promise<TlsRptVerdict> => runLater(evaluate(domain), resolver)

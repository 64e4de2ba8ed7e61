import type { Resolver } from '../core/dns.ts'
import { findMailHosts as find, type MxVerdict } from '../auth/mx/evaluate.ts'
import { runLater, runNow, type AsyncResolver } from './resolver.ts'

/**
 * Finds the hosts that accept mail for a domain (RFC 5321 §5.1, RFC 7505), in order of preference.
 *
 * @example
 * const zoneFile = '@ MX 10 mail\nmail A 192.0.2.25'
 * const { zone } = parseZone(zoneFile, { origin: 'example.org' })
 * findMailHosts('example.org', createResolver([zone])).hosts
 * // [{ name: 'mail.example.org', preference: 10, addresses: ['192.0.2.25'] }]
 */
export const findMailHosts = (domain: string, resolver: Resolver): MxVerdict =>
  runNow(find(domain), resolver)

/** `findMailHosts` with a resolver that answers later. */
export const findMailHostsAsync = (domain: string, resolver: AsyncResolver): Promise<MxVerdict> =>
  runLater(find(domain), resolver)

import type { Resolver } from '../core/dns.ts'
import {
  evaluateMtaSts as evaluate,
  type StsQuery,
  type StsVerdict,
} from '../auth/mta-sts/evaluate.ts'
import { runLater, runNow, type AsyncResolver } from './resolver.ts'

/**
 * Evaluates whether a sender that honours MTA-STS would deliver to a domain's mail hosts (RFC 8461), given
 * the policy that its web server gave. Nothing is fetched here.
 *
 * @example
 * const policy = 'version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 86400\n'
 * const hosts = findMailHosts('example.org', resolver).hosts.map(({ name }) => name)
 * const { delivers, reason } = evaluateMtaSts({ domain: 'example.org', policy, hosts }, resolver)
 */
export const evaluateMtaSts = (query: StsQuery, resolver: Resolver): StsVerdict =>
  runNow(evaluate(query), resolver)

/** `evaluateMtaSts` with a resolver that answers later. */
export const evaluateMtaStsAsync = (
  query: StsQuery,
  resolver: AsyncResolver,
): Promise<StsVerdict> => runLater(evaluate(query), resolver)

import type { Resolver } from '../core/dns.ts'
import {
  evaluateBimi as evaluate,
  type BimiQuery,
  type BimiVerdict,
} from '../auth/bimi/evaluate.ts'
import { runLater, runNow, type AsyncResolver } from './resolver.ts'

/**
 * Finds the BIMI record that a message's logo is taken from, and evaluates whether DMARC of its domain is
 * strict enough for one. Neither the logo nor its evidence is fetched.
 *
 * @example
 * const { result, location, reason } = evaluateBimi({ from: 'example.org' }, resolver)
 * // 'pass' and `https://example.org/logo.svg`; or 'skipped', since its DMARC policy is `p=none`
 */
export const evaluateBimi = (query: BimiQuery, resolver: Resolver): BimiVerdict =>
  runNow(evaluate(query), resolver)

/** `evaluateBimi` with a resolver that answers later. */
export const evaluateBimiAsync = (
  query: BimiQuery,
  resolver: AsyncResolver,
): Promise<BimiVerdict> => runLater(evaluate(query), resolver)

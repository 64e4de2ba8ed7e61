import type { Resolver } from '../core/dns.ts'
import { evaluateFcrdns as evaluate, type FcrdnsVerdict } from '../auth/fcrdns/evaluate.ts'
import { runLater, runNow, type AsyncResolver } from './resolver.ts'

/**
 * Asks for the names of an address and whether they lead back to it: forward-confirmed reverse DNS
 * (`iprev` in RFC 8601 §3).
 *
 * @example
 * const { result, confirmed } = evaluateFcrdns('192.0.2.25', resolver)
 * // 'pass' and ['mail.example.org']
 */
export const evaluateFcrdns = (ip: string, resolver: Resolver): FcrdnsVerdict =>
  runNow(evaluate(ip), resolver)

/** `evaluateFcrdns` with a resolver that answers later. */
export const evaluateFcrdnsAsync = (ip: string, resolver: AsyncResolver): Promise<FcrdnsVerdict> =>
  runLater(evaluate(ip), resolver)

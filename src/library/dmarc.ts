import type { Resolver } from '../core/dns.ts'
import {
  evaluateDmarc as evaluate,
  type DmarcQuery,
  type DmarcVerdict,
} from '../auth/dmarc/evaluate.ts'
import { runLater, runNow, type AsyncResolver } from './resolver.ts'

/** `mode` is `9989` by default: RFC 9989 took the place of RFC 7489 in May 2026. */
export type DmarcInput = Omit<DmarcQuery, 'mode'> & Partial<Pick<DmarcQuery, 'mode'>>

/**
 * Evaluates what the owner of the domain in `From` asks for, given what SPF and DKIM found (RFC 9989).
 * Never throws unless the resolver does.
 *
 * @example
 * const { zone } = parseZone('_dmarc TXT "v=DMARC1; p=reject"', { origin: 'example.org' })
 * const verdict = evaluateDmarc(
 *   {
 *     from: 'example.org',
 *     spf: { result: 'pass', domain: 'bounces.example.org' },
 *     dkim: [],
 *   },
 *   createResolver([zone]),
 * )
 * // verdict.result: 'pass', for `bounces.example.org` is aligned with `example.org`
 */
export const evaluateDmarc = (input: DmarcInput, resolver: Resolver): DmarcVerdict =>
  runNow(evaluate({ ...input, mode: input.mode ?? '9989' }), resolver)

/** `evaluateDmarc` with a resolver that answers later. */
export const evaluateDmarcAsync = (
  input: DmarcInput,
  resolver: AsyncResolver,
): Promise<DmarcVerdict> => runLater(evaluate({ ...input, mode: input.mode ?? '9989' }), resolver)

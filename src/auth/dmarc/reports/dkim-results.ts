import { askedName, isSameDomain } from '../../../core/idna.ts'
import type { SignatureVerdict } from '../../dkim/verify.ts'
import type { DmarcVerdict } from '../evaluate.ts'
import type { DkimAuthResult } from './report.ts'
import { MAX_SIGNATURES } from './write.ts'

type Signature = Pick<SignatureVerdict, 'result' | 'domain' | 'selector' | 'reason'>

/**
 * The signatures that a record lists (RFC 9990 §3.1.3): first those that pass for the author
 * domain itself, then aligned ones, then others that pass, then those that do not; at most 100.
 */
export function dkimResultsOf(
  signatures: readonly Signature[],
  { authorDomain, alignment }: Pick<DmarcVerdict, 'authorDomain' | 'alignment'>,
): DkimAuthResult[] {
  const rank = ({ result, domain }: Signature): number => {
    if (result !== 'pass') return 3
    if (isSameDomain(domain, authorDomain)) return 0
    const isAligned = alignment.dkim.some((one) => one.aligned && isSameDomain(one.domain, domain))
    return isAligned ? 1 : 2
  }
  return [...signatures]
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MAX_SIGNATURES)
    .map(({ domain, selector, result, reason }) => ({
      domain: askedName(domain),
      selector,
      result,
      ...(result === 'pass' ? {} : { humanResult: reason.replaceAll('`', '') }),
    }))
}

import { domainOf } from '../../core/domain.ts'
import type { DmarcVerdict } from '../../auth/dmarc/evaluate.ts'
import { judgeAuthors } from '../../auth/judge-authors.ts'
import type { SenderVerdict } from './checked.ts'
import { askKnown, type Asked } from './ask-known.ts'
import type { KnownDns } from './known-dns.ts'
import type { SeenPolicy, SeenSignature } from './message-findings.ts'

/** DMARC is known where it comes out alike whatever the verdicts are that are not known. */
export function judgePolicy(
  authors: readonly string[],
  spf: SenderVerdict | undefined,
  signatures: readonly SeenSignature[],
  dns: KnownDns,
): SeenPolicy {
  const judgedWith = (unknown: 'pass' | 'temperror'): Asked<DmarcVerdict> => {
    const known = (result: string): string => (result === 'unknown' ? unknown : result)
    return askKnown(
      judgeAuthors(authors, {
        spf: { result: known(spf?.result ?? 'unknown'), domain: spfDomain(spf, authors) },
        dkim: signatures.map(({ result, domain }) => ({ result: known(result), domain })),
        mode: '9989',
      }),
      dns,
    )
  }
  const worst = judgedWith('temperror')
  const best = judgedWith('pass')
  const [policy] = worst.missing
  if (worst.result.result === 'pass') return worst.result
  if (best.result.result === worst.result.result && best.result.result !== 'temperror')
    return best.result
  if (best.result.result === 'fail') return best.result
  return worst.result.result === 'temperror' && policy
    ? {
        ...{ result: 'unknown', disposition: 'none', missing: policy },
        reason: `The policy at \`${policy.name}\` was not pasted.`,
      }
    : {
        ...{ result: 'unknown', disposition: 'none' },
        reason: 'It hangs on SPF or DKIM, which are not known yet.',
      }
}

/** An unknown envelope could have been the author's own. */
const spfDomain = (spf: SenderVerdict | undefined, authors: readonly string[]): string =>
  spf ? domainOf(spf.mailFrom) || spf.mailFrom : (authors[0] ?? '')

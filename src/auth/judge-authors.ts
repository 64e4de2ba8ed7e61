import type { Effect } from '../core/effects.ts'
import { step } from '../core/trace.ts'
import { evaluateDmarc, type DmarcQuery, type DmarcVerdict } from './dmarc/evaluate.ts'

/** Author domains that are looked at; a limit that RFC 9989 §11.5 advises. */
export const MAX_AUTHORS = 4

/**
 * DMARC over the domains in `From`. One is the rule. With none it does not apply. With several
 * each is judged and the strictest failure counts, as RFC 9989 §11.5 recommends.
 */
export function judgeAuthors(
  domains: readonly string[],
  query: Omit<DmarcQuery, 'from'>,
): Effect<DmarcVerdict> {
  const [first] = domains
  return first !== undefined && domains.length === 1
    ? evaluateDmarc({ ...query, from: first })
    : judgeEach(domains, query)
}

function* judgeEach(
  domains: readonly string[],
  query: Omit<DmarcQuery, 'from'>,
): Effect<DmarcVerdict> {
  if (domains.length === 0) return noAuthor(query)
  const verdicts: DmarcVerdict[] = []
  for (const from of domains.slice(0, MAX_AUTHORS))
    verdicts.push(yield* evaluateDmarc({ ...query, from }))
  return severalAuthors(domains, verdicts)
}

function noAuthor({ mode }: Omit<DmarcQuery, 'from'>): DmarcVerdict {
  const reason = 'No `From` field names a domain, so DMARC has no domain to query.'
  return {
    result: 'permerror',
    disposition: 'none',
    authorDomain: '',
    alignment: { dkim: [] },
    mode,
    reason,
    trace: step({
      kind: 'dmarc',
      text: reason,
      outcome: 'error',
      source: { rfc: 9989, section: '5.3.1' },
    }),
  }
}

const SEVERITY = ['none', 'quarantine', 'reject']
const RESULTS = ['pass', 'none', 'permerror', 'temperror', 'fail']

function severalAuthors(
  domains: readonly string[],
  verdicts: readonly DmarcVerdict[],
): DmarcVerdict {
  const [worst] = [...verdicts].sort(
    (a, b) =>
      RESULTS.indexOf(b.result) - RESULTS.indexOf(a.result) ||
      SEVERITY.indexOf(b.disposition) - SEVERITY.indexOf(a.disposition),
  )
  const reason = `\`From\` names ${domains.length} domains; the strictest verdict counts. ${worst!.reason}`
  const trace = step({
    kind: 'dmarc',
    text: reason,
    outcome: worst!.trace.outcome,
    source: { rfc: 9989, section: '11.5' },
    steps: verdicts.map((verdict) => verdict.trace),
  })
  return { ...worst!, reason, trace }
}

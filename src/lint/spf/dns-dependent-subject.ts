import type { Related } from '../../core/diagnostic.ts'
import type { DnsRecord } from '../../core/dns.ts'
import { relatedSpan, type DnsDependentRule, type RecordFinding } from '../dns-dependent-rule.ts'
import type { TextRecord } from '../../auth/spf/published.ts'
import type { SpfRecord } from '../../auth/spf/record.ts'
import type { Chain } from './lookup-plan-walk.ts'
import type { LookupPlan } from './lookup-plan.ts'

/** What the SPF rules look at that follow a record through DNS. */
export interface SpfDnsSubject {
  readonly published: TextRecord
  readonly record: SpfRecord
  readonly domain: string
  readonly plan: LookupPlan
  readonly all: readonly DnsRecord[]
}

export type SpfDnsRule = DnsDependentRule<SpfDnsSubject>

/** A finding at our own term that leads to it, with the term of the other record beside it. */
export function findingAt(
  chain: Chain,
  { published }: SpfDnsSubject,
  rest: Omit<RecordFinding, 'at' | 'span'>,
): RecordFinding {
  return { at: published, span: chain[0].term.span, ...rest, related: relatedTerms(chain) }
}

function relatedTerms(chain: Chain): Related[] {
  const last = chain.at(-1)!
  const { source } = last.published
  if (chain.length < 2 || !source.place) return []
  return [relatedSpan(source, last.term.span, `This is \`${last.term.text}\``)]
}

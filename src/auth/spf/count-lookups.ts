import { joinedText, type DnsRecord } from '../../core/dns.ts'
import { lookupCost, MAX_LOOKUPS } from './limits.ts'
import type { MacroString } from './macro.ts'
import { parseSpf } from './parse.ts'
import { isSpfText, mechanismsOf, modifierOf, type SpfRecord, type Term } from './record.ts'
import { targetName } from './target-name.ts'

export interface LookupCount {
  /** Lookups if no mechanism matches; counting stops soon after ten. */
  readonly total: number
  /** The record's own term at which the count goes over ten. */
  readonly over?: Term
}

/**
 * Counts the DNS lookups that a record costs a client it does not match (RFC 7208 §4.6.4), without
 * asking DNS: includes and redirects are followed as far as their records are known.
 */
export function countLookups(
  record: SpfRecord,
  domain: string,
  known: readonly DnsRecord[],
): LookupCount {
  const texts = spfTexts(known)
  const costs = terms(record).map((term) => ({ term, cost: costOf(term, texts, [domain]) }))
  let total = 0
  let over: Term | undefined
  for (const { term, cost } of costs) {
    total += cost
    if (total > MAX_LOOKUPS) over ??= term
  }
  return { total, ...(over && { over }) }
}

/** What is tried: the mechanisms up to `all`, or all and then the redirect. */
function terms(record: SpfRecord): Term[] {
  const mechanisms = mechanismsOf(record)
  const all = mechanisms.findIndex(({ name }) => name === 'all')
  if (all >= 0) return mechanisms.slice(0, all)
  const redirect = modifierOf(record, 'redirect')
  return redirect ? [...mechanisms, redirect] : mechanisms
}

/** @param path The domains that led here; a loop is not followed round, and a long way is left. */
function costOf(term: Term, texts: ReadonlyMap<string, string>, path: readonly string[]): number {
  const own = lookupCost(term)
  const target = nextDomain(term)
  const text = target === undefined ? undefined : texts.get(target)
  if (target === undefined || text === undefined) return own
  if (path.includes(target) || path.length > MAX_LOOKUPS) return own
  let total = own
  for (const inner of terms(parseSpf(text))) {
    total += costOf(inner, texts, [...path, target])
    if (total > ENOUGH) break
  }
  return total
}

/** Far over the limit, the exact number is not worth the work. */
const ENOUGH = 100

/** The domain that an include or a redirect goes to, where no macro hides it. */
export function nextDomain(term: Term): string | undefined {
  if (term.kind === 'mechanism' && term.name === 'include') return plainName(term.domain)
  return term.kind === 'modifier' && term.name === 'redirect' ? plainName(term.value) : undefined
}

const plainName = (domain: MacroString | undefined): string | undefined =>
  domain?.parts.every(({ kind }) => kind === 'literal') ? targetName(domain.text) : undefined

const spfTexts = (known: readonly DnsRecord[]): Map<string, string> =>
  new Map(
    known.flatMap((record) => {
      const text = record.type === 'TXT' ? joinedText(record) : ''
      return isSpfText(text) ? [[record.name, text] as const] : []
    }),
  )

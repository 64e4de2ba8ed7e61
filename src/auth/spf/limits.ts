import { macrosIn } from './macro.ts'
import type { Term } from './record.ts'

/** Terms that cause DNS queries, in a whole check (RFC 7208 §4.6.4). */
export const MAX_LOOKUPS = 10

/** DNS questions that find nothing, in a whole check (§4.6.4). */
export const MAX_VOIDS = 2

/** Hosts of one `mx`; more break the record (§4.6.4). */
export const MAX_MX_HOSTS = 10

/** Names of one address that are looked at; the rest are ignored (§4.6.4). */
export const MAX_PTR_NAMES = 10

const ASKING_MECHANISMS = ['include', 'a', 'mx', 'ptr', 'exists']

/**
 * What a term costs of the ten lookups: one for each mechanism that asks and for `redirect`, and
 * one for each `%{p}`, whose PTR question counts as well (§4.6.4). `exp` is free.
 */
export function lookupCost(term: Term): number {
  switch (term.kind) {
    case 'mechanism': {
      const names = term.domain ? macrosIn(term.domain) : []
      return Number(ASKING_MECHANISMS.includes(term.name)) + names.filter(asksForName).length
    }
    case 'modifier':
      if (term.name !== 'redirect') return 0
      return 1 + macrosIn(term.value).filter(asksForName).length
    case 'unknown':
      return 0
  }
}

const asksForName = ({ character }: { readonly character: string }): boolean => character === 'p'
